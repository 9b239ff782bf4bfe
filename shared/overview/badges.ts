import type { Role } from '../staff/account'
import type { Attention, Badges } from './requests'

/** What waits for someone with these roles: the open orders in their hands, and of what waits for anyone what they may do themselves. */
export function badgesFor(roles: readonly Role[], attention: Attention, inHand: number): Badges {
  const [manages, supports] = [roles.includes('manager'), roles.includes('support')]
  return {
    queue: manages || supports ? inHand : 0,
    campaigns: manages ? attention.draftsToLaunch : 0,
    refunds:
      (supports ? attention.refundsOwed + attention.refundsFailed : 0) + (manages ? attention.refundsDoubted : 0),
    shipping: supports ? attention.shippingOverdue : 0,
    settlement: manages ? attention.toSettle : 0,
  }
}
