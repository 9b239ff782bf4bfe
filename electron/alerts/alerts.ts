import type { StaffId } from '../../shared/ids'
import { alertsSince, maySeeAlerts, type AlertCounts } from '../../shared/overview/alerts'
import type { Result } from '../../shared/result'
import type { StaffActor } from '../../shared/staff/actor'
import { attentionIn } from '../requests/overview'
import type { Shop } from '../shop'

/** What is shown on the desktop; whoever clicks it is led to that address of the program. */
export interface Notice {
  readonly title: string
  readonly body: string
  readonly address: string
}

export type Notify = (notice: Notice) => void

/** Tells whoever is signed in, and wants to be told, what has turned urgent. */
export interface Alerts {
  /** Looks now and tells what is new. */
  look(): Promise<void>
  /** Looks in a moment: many changes come at once. */
  lookSoon(): void
  /** Ends; resolves when nothing is looked at any more. */
  stop(): Promise<void>
}

export interface AlertsOptions {
  readonly shop: Shop
  /** Who sits at the program; refused while nobody does or it is locked. */
  readonly actor: (shop: Shop) => Promise<Result<StaffActor>>
  readonly notify: Notify
  readonly reportBug: (error: unknown) => void
}

/** So long changes are gathered before they are looked at, in milliseconds. */
const moment = 2000

/**
 * What was there when someone signed in or began to be told is known to them; from then on each thing is told once, also when it came
 * while the program was locked.
 */
export function createAlerts({ shop, actor, notify, reportBug }: AlertsOptions): Alerts {
  let known: { readonly staffId: StaffId; readonly counts: AlertCounts } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let looking: Promise<void> = Promise.resolve()

  /** One look after the other: none tells what another is about to tell. */
  function look(): Promise<void> {
    looking = looking.catch(() => undefined).then(lookNow)
    return looking
  }

  async function lookNow(): Promise<void> {
    const here = await actor(shop)
    if (!here.ok) return
    const { staffId, roles } = here.value
    const account = await shop.store.read.staff.one(staffId)
    if (account?.alerts !== true || !maySeeAlerts(roles)) {
      known = null
      return
    }
    const counts = await attentionIn(shop.store.read, shop.clock.now())
    const before = known?.staffId === staffId ? known.counts : null
    known = { staffId, counts }
    if (before === null) return
    for (const { says, address } of alertsSince(before, counts)) notify({ title: shop.name, body: says, address })
  }

  return {
    look,
    lookSoon() {
      timer ??= setTimeout(() => {
        timer = null
        look().catch(reportBug)
      }, moment).unref()
    },
    async stop() {
      if (timer !== null) clearTimeout(timer)
      await looking.catch(() => undefined)
    },
  }
}
