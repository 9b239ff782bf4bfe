import type { Role } from '../staff/account'
import type { Attention, Badges } from './requests'

/** What waits for someone with these roles, of what waits for anyone: only what they may do themselves. */
export function badgesFor(roles: readonly Role[], attention: Attention): Badges {
  const [manages, supports] = [roles.includes('manager'), roles.includes('support')]
  return {
    campaigns: manages ? attention.draftsToLaunch : 0,
    refunds: supports ? attention.refundsOwed + attention.refundsFailed : 0,
    settlement: manages ? attention.toSettle : 0,
  }
}
