import { marketOf } from '../../../shared/campaigns/market'
import type { CampaignId, OfferId, VariantId } from '../../../shared/ids'
import type { OrderEvent } from '../../../shared/orders/details'
import type { Wait } from '../../../shared/orders/grouping'
import type { OrderState } from '../../../shared/orders/order'
import type { Span } from '../../../shared/reports/period'
import type { PeriodMeasure, PeriodReport } from '../../../shared/reports/portfolio/periodReport'
import type { Day } from '../../../shared/time'
import type { OrdersSearch } from '../../orders/search'

/*
 * Which orders are behind a place of a chart. The list that such an address opens holds every order that the place counts something of,
 * and no other.
 */

/** Orders that were paid in time and are not cancelled whole: those that the bar counts. */
const netStates: OrderState[] = ['paid', 'shipped', 'delivered', 'voided']

/** A share of a campaign's paid units, net of cancellations. */
export type NetPart = Pick<OrdersSearch, 'region' | 'postalArea' | 'postalAreasBut' | 'postalZone'> & {
  readonly variantId?: string
}

export const behindNet = (campaignId: CampaignId, { variantId, ...part }: NetPart = {}): OrdersSearch => ({
  campaignId,
  states: netStates,
  ...part,
  ...(variantId !== undefined && { variantId: variantId as VariantId }),
})

export const behindReason = (campaignId: CampaignId, reason: string): OrdersSearch => ({ campaignId, reason })

export const behindWait = (campaignId: CampaignId, wait: Wait): OrdersSearch => ({ campaignId, wait })

export const behindOffer = (campaignId: CampaignId, offerId: OfferId): OrdersSearch => ({
  campaignId,
  offerId,
  event: 'paid',
})

/** What happened in a campaign on a day, or at any time. */
export const behindEvent = (campaignId: CampaignId, event: OrderEvent, on?: Day): OrdersSearch => ({
  campaignId,
  event,
  ...(on !== undefined && { eventFrom: on, eventTo: on }),
})

interface Clock {
  readonly day?: Day | undefined
  /** Monday is 0. */
  readonly weekday?: number | undefined
  readonly clock: number
}

/** What happened in a campaign at an hour of the clock: of one day, of a weekday, or of all days. */
export const behindHour = (
  campaignId: CampaignId,
  event: OrderEvent,
  { day, weekday, clock }: Clock,
): OrdersSearch => ({
  ...behindEvent(campaignId, event, day),
  eventHour: clock,
  ...(weekday !== undefined && { eventWeekday: weekday }),
})

/** What is placed is asked by its own filter. */
const eventOf: Readonly<Record<Exclude<PeriodMeasure, 'orders'>, OrderEvent>> = {
  paid: 'paid',
  units: 'paid',
  cancelled: 'cancelled',
  lapsed: 'lapsed',
  captured: 'captured',
  refunded: 'refunded',
}

/** A day of all campaigns of a currency. */
export function behindPeriodDay({ currency }: Pick<PeriodReport, 'currency'>, measure: PeriodMeasure, on: Day) {
  const market = marketOf(currency)
  const search: OrdersSearch =
    measure === 'orders'
      ? { market, placedFrom: on, placedTo: on }
      : { market, event: eventOf[measure], eventFrom: on, eventTo: on }
  return search
}

/** Orders that took that long to be paid, of all campaigns of a currency that started in the span. */
export const behindPeriodWait = (
  { currency }: Pick<PeriodReport, 'currency'>,
  wait: Wait,
  { from, to }: Span,
): OrdersSearch => ({ market: marketOf(currency), wait, startedFrom: from, startedTo: to })
