import { z } from 'zod'
import type { Currency, Minor } from '../money'
import { output, query } from '../request'
import type { CampaignView } from '../campaigns/requests'
import type { OrderRow } from '../orders/row'

/** Money of one currency; amounts of different currencies are never added up. */
export interface MoneyHeld {
  readonly currency: Currency
  /** Captured and neither kept for good nor given back: held for supporters of campaigns that are not settled. */
  readonly held: Minor
  readonly owed: Minor
  readonly sent: Minor
  readonly refunded: Minor
  /** Of campaigns that succeeded. */
  readonly kept: Minor
}

/** What needs someone today; each leads to the list behind it. Zero is shown as nothing to do. */
export interface Attention {
  readonly toSettle: number
  readonly refundsFailed: number
  /** Of which the gateway contradicts itself. */
  readonly refundsDoubted: number
  readonly refundsOverdue: number
  /** Not sent, and their payment is older than five months: from six on the gateway refuses it. */
  readonly refundsAging: number
  readonly refundsOwed: number
  readonly lateMoney: number
  readonly toShip: number
  readonly shippingOverdue: number
  /** Live campaigns that end within three days and are not funded. */
  readonly endingUnfunded: number
  readonly draftsToLaunch: number
}

export interface OverviewDay {
  readonly day: string
  readonly paidUnits: number
  readonly paidAmount: Minor
  readonly cancelledUnits: number
}

export interface Overview {
  readonly money: readonly MoneyHeld[]
  readonly running: readonly CampaignView[]
  readonly attention: Attention
  /** The last 30 days in the main market's zone, days without orders included, of the shop's main currency. */
  readonly days: readonly OverviewDay[]
  readonly currency: Currency
  readonly liveCampaigns: number
  readonly ordersToday: number
}

/** How many things wait for this person, for the badges of the navigation. */
export interface Badges {
  readonly queue: number
  readonly campaigns: number
  readonly refunds: number
  readonly settlement: number
  readonly shipping: number
}

/** What someone has in hand, and what is late or lost and anyone of support may take up. */
export interface Queue {
  /** Open orders that are assigned to whoever asks, the oldest first. */
  readonly orders: readonly OrderRow[]
  readonly urgent: Pick<Attention, 'refundsFailed' | 'refundsOverdue' | 'shippingOverdue' | 'lateMoney'>
}

export const overviewRequests = {
  'overview.today': query(['manager'], z.strictObject({}), output<Overview>()),
  'overview.queue': query(['support', 'manager'], z.strictObject({}), output<Queue>()),
  'overview.badges': query('signed-in', z.strictObject({}), output<Badges>()),
}
