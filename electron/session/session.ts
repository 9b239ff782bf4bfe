import type { StaffId } from '../../shared/ids'
import { doorRefusals } from '../../shared/requests'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { Session as SessionFacts } from '../../shared/shop/requests'
import { colleague, type Account } from '../../shared/staff/account'
import type { StaffActor } from '../../shared/staff/actor'
import { minute, type Instant } from '../../shared/time'
import type { Clock } from '../clock'
import type { Shop } from '../shop'
import type { Proofs } from './proof'

/** Minutes without anyone at the keyboard after which the program locks itself. */
const locksAfterMinutes = 10

/** Who sits at this program. All its windows share one session; it ends with the program. */
export interface Session {
  facts(shop: Shop | null): Promise<SessionFacts>
  signIn(shop: Shop, signInName: string, password: string): Promise<Result<SessionFacts>>
  unlock(shop: Shop, password: string): Promise<Result<SessionFacts>>
  lock(): void
  signOut(): void
  /** Someone is at the keyboard. */
  touch(): void
  /** Who may act now, read from the account as it is now; refused while nobody is signed in or the program is locked. */
  actor(shop: Shop): Promise<Result<StaffActor>>
  /** Locks when nobody has been at the keyboard for long enough. Asked by every request and by the clock. */
  lockWhenIdle(): void
}

interface Seat {
  readonly staffId: StaffId
  readonly touchedAt: Instant
  readonly locked: boolean
}

/** A session in which nobody is signed in. `changed` is called after every change of who may act. */
export function createSession(clock: Clock, proofs: Proofs, changed: () => void): Session {
  let seat: Seat | null = null

  function take(next: Seat | null): void {
    const told = seat?.staffId !== next?.staffId || seat?.locked !== next?.locked
    seat = next
    if (told) changed()
  }

  function lockWhenIdle(): void {
    if (seat === null || seat.locked) return
    const idle = clock.now() - seat.touchedAt
    if (idle >= locksAfterMinutes * minute) take({ ...seat, locked: true })
    // A clock that was set back would put the lock off for as long.
    else if (idle < 0) seat = { ...seat, touchedAt: clock.now() }
  }

  /** The account at the seat, which may have been made inactive meanwhile. */
  async function seated(shop: Shop): Promise<Account | null> {
    if (seat === null) return null
    const account = await shop.store.read.staff.one(seat.staffId)
    if (account?.active === true) return account
    take(null)
    return null
  }

  async function facts(shop: Shop | null): Promise<SessionFacts> {
    lockWhenIdle()
    const account = shop === null ? null : await seated(shop)
    if (account === null) return { kind: 'signed out' }
    return seat?.locked === true
      ? { kind: 'locked', name: account.name }
      : { kind: 'signed in', who: colleague(account), locksAfterMinutes }
  }

  const sit = (account: Account): void => take({ staffId: account.id, touchedAt: clock.now(), locked: false })

  return {
    facts,
    lockWhenIdle,
    async signIn(shop, signInName, password) {
      const proven = await proofs.bySignInName(shop, signInName, password)
      if (!proven.ok) return proven
      sit(proven.value)
      return ok(await facts(shop))
    },
    async unlock(shop, password) {
      const account = await seated(shop)
      if (account === null) return refuseSignedOut()
      const proven = await proofs.ofAccount(shop, account.id, password, 'password')
      if (!proven.ok) return proven
      // Whoever signed out while the password was being checked stays signed out.
      if (seat?.staffId === account.id) sit(account)
      return ok(await facts(shop))
    },
    lock: () => {
      if (seat !== null) take({ ...seat, locked: true })
    },
    signOut: () => take(null),
    touch: () => {
      lockWhenIdle()
      if (seat !== null && !seat.locked) seat = { ...seat, touchedAt: clock.now() }
    },
    async actor(shop) {
      lockWhenIdle()
      const account = await seated(shop)
      if (account === null || seat === null) return refuseSignedOut()
      if (seat.locked) return refuse(doorRefusals.locked, 'The program is locked. Unlock it with your password.')
      return ok({ kind: 'staff', staffId: account.id, name: account.name, roles: account.roles })
    },
  }
}

const refuseSignedOut = (): Refused => refuse(doorRefusals.notSignedIn, 'Sign in first.')
