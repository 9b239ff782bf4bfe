import { id, type CommandId } from '../../shared/ids'
import type { StaffActor } from '../../shared/staff/actor'
import { openTrail } from '../audit/trail'
import type { Shop } from '../shop'

interface Taken {
  readonly action: string
  /** One sentence without personal data, like the facts. */
  readonly summary: string
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Nothing leaves the shop without the trail saying who took it. */
export const noteTaken = (shop: Shop, by: StaffActor, { action, summary, facts }: Taken): Promise<void> =>
  shop.store.transact(async (tx) => {
    const trail = await openTrail(tx)
    trail.append({
      commandId: id<CommandId>(shop.newId()),
      inputDigest: '',
      action,
      at: shop.clock.now(),
      byId: by.staffId,
      byName: by.name,
      subject: {},
      summary,
      changes: facts.map(([fact, after]) => ({ record: 'Export', fact, before: null, after })),
      reply: null,
    })
  })
