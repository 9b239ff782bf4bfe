import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Account } from './account'

const second = 1000
const freeFailures = 2
const longestDelay = 300 * second

/**
 * How long, in milliseconds, the next try must wait after so many wrong passwords in a row: nothing for the first two
 * slips, then 1 s, 2 s, 4 s … up to five minutes.
 */
export const delayAfter = (failures: number): number =>
  failures <= freeFailures ? 0 : Math.min(longestDelay, second * 2 ** (failures - freeFailures - 1))

/** Whether another password may be tried now; refused with how long to wait. A clock set back never waits longer than the delay. */
export function mayTry(account: Pick<Account, 'failures' | 'lastFailureAt'>, at: Instant): Result<null> {
  const delay = delayAfter(account.failures)
  const wait = account.lastFailureAt === null ? 0 : Math.min(delay, account.lastFailureAt + delay - at)
  if (wait <= 0) return ok(null)
  const seconds = Math.ceil(wait / second)
  const howLong = seconds < 60 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} min`
  return refuse('wait', `Too many wrong passwords. Try again in ${howLong}.`, 'password')
}

/** Takes note of a wrong password. */
export const failedSignIn = (account: Account, at: Instant): Account => ({
  ...account,
  failures: account.failures + 1,
  lastFailureAt: at,
})

/** Takes note of the right password: the count starts anew. */
export const signedIn = (account: Account): Account => ({ ...account, failures: 0, lastFailureAt: null })
