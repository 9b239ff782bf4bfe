import { id, type CommandId } from '../../shared/ids'
import { actorName, program, type Actor } from '../../shared/staff/actor'
import { openTrail } from '../audit/trail'
import type { Shop } from '../shop'

/**
 * Has the restored shop's trail say that it was restored, from which backup and by whom; null where nobody could sign in. The trail of
 * the shop before, with all that was done since the backup, is kept with that shop.
 */
export const noteRestore = (shop: Shop, backup: string, by: Actor | null): Promise<void> =>
  shop.store.transact(async (tx) => {
    const trail = await openTrail(tx)
    trail.append({
      commandId: id<CommandId>(shop.newId()),
      inputDigest: '',
      action: 'backups.restore',
      at: shop.clock.now(),
      byId: by?.kind === 'staff' ? by.staffId : null,
      byName: actorName(by ?? program),
      subject: {},
      summary: `Restored the backup ${backup}`,
      changes: [],
      reply: null,
    })
  })
