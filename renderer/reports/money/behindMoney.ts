import type { Market } from '../../../shared/campaigns/market'
import type { CampaignId } from '../../../shared/ids'
import type { StoodId } from '../../../shared/refunds/stood'
import type { Day } from '../../../shared/time'
import type { OrdersSearch } from '../../orders/search'
import type { RefundsSearch } from '../../refunds/search'

/** Whose money it is: one campaign's, or that of all campaigns of a market. */
export type MoneyOf = { readonly campaignId: CampaignId } | { readonly market: Market }

/** The refunds that make up what was owed, or had arrived, at the end of a day. */
export const behindRefunds = (of: MoneyOf, money: StoodId, on: Day): RefundsSearch => ({ ...of, stood: { money, on } })

/** The orders that money came in for up to the end of a day. */
export const behindCaptured = (of: MoneyOf, to: Day): OrdersSearch => ({ ...of, event: 'captured', eventTo: to })
