import type { StaffId } from '../../shared/ids'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { Account } from '../../shared/staff/account'
import { failedSignIn, mayTry, signedIn } from '../../shared/staff/signIn'
import type { Instant } from '../../shared/time'
import type { Shop } from '../shop'
import { NotSaved } from '../store/store'

type Failures = Pick<Account, 'failures' | 'lastFailureAt'>

/**
 * Checks passwords, one at a time, with a delay that grows with every wrong one. Accounts keep their wrong tries in the
 * store, so that a restart forgets nothing; names that nobody has are remembered here, so that they behave alike.
 */
export interface Proofs {
  /** The account of that sign-in name, if the password is its own. The words do not tell whether the name exists. */
  bySignInName(shop: Shop, signInName: string, password: string): Promise<Result<Account>>
  /** Whether the password is that account's. Refused at `field`. */
  ofAccount(shop: Shop, staffId: StaffId, password: string, field: string): Promise<Result<Account>>
}

/** Enough for anyone who mistypes a name; forgetting the oldest costs a guesser of names nothing that helps. */
const mostUnknownNames = 1000

export function createProofs(): Proofs {
  const unknown = new Map<string, Failures>()
  let queue: Promise<unknown> = Promise.resolve()

  /** Tries that run side by side would all be let through before the first of them had failed. */
  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = queue.then(work, work)
    queue = mine.catch(() => undefined)
    return mine
  }

  function rememberUnknown(name: string, at: Instant): void {
    const failures = (unknown.get(name)?.failures ?? 0) + 1
    unknown.delete(name)
    unknown.set(name, { failures, lastFailureAt: at })
    const oldest = unknown.keys().next()
    if (unknown.size > mostUnknownNames && !oldest.done) unknown.delete(oldest.value)
  }

  return {
    bySignInName: (shop, signInName, password) =>
      oneAtATime(async () => {
        const name = signInName.trim().toLowerCase()
        const account = await shop.store.read.staff.bySignInName(name)
        const tooSoon = refuseTooSoon(account ?? unknown.get(name), shop.clock.now(), 'password')
        if (tooSoon) return tooSoon
        const fits = await shop.passwords.fits(password, account?.password ?? null)
        if (account === null) rememberUnknown(name, shop.clock.now())
        else await noteTry(shop, account, fits)
        if (account === null || !fits) {
          return refuse('wrong-password', 'This name and password do not go together.', 'password')
        }
        return account.active
          ? ok(account)
          : refuse('inactive-account', 'This account is inactive. A manager can make it active again.', 'signInName')
      }),
    ofAccount: (shop, staffId, password, field) =>
      oneAtATime(async () => {
        const account = await shop.store.read.staff.one(staffId)
        if (account === null) return refuse('wrong-password', 'This account is not known.', field)
        const tooSoon = refuseTooSoon(account, shop.clock.now(), field)
        if (tooSoon) return tooSoon
        const fits = await shop.passwords.fits(password, account.password)
        await noteTry(shop, account, fits)
        return fits ? ok(account) : refuse('wrong-password', 'This is not your password.', field)
      }),
  }
}

function refuseTooSoon(tries: Failures | undefined, at: Instant, field: string): Refused | null {
  const may = tries === undefined ? ok(null) : mayTry(tries, at)
  return may.ok ? null : { ok: false, refusal: { ...may.refusal, field } }
}

/** Counts a wrong try or forgets them after a right one. Where nothing can be saved, signing in must still be possible. */
async function noteTry(shop: Shop, { id, failures }: Account, fits: boolean): Promise<void> {
  // A change waits for all that is read after the opening; whoever simply signs in has nothing to wait for.
  if (fits && failures === 0) return
  try {
    await shop.store.transact(async (tx) => {
      const account = await tx.staff.get(id)
      if (account !== null) tx.staff.put(fits ? signedIn(account) : failedSignIn(account, shop.clock.now()))
    })
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error
    shop.reportBug('tries not saved', error)
  }
}
