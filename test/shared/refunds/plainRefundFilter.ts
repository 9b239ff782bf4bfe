import type { Campaign } from '../../../shared/campaigns/campaign'
import type { Order, Refund } from '../../../shared/orders/order'
import { refundState } from '../../../shared/orders/refundState'
import type { RefundFilter } from '../../../shared/refunds/requests'
import { dayOf, type Day } from '../../../shared/time'

/** On which day it arrived, from its record alone; null for a refund that has not arrived. */
function arrivedOn({ events }: Refund, { zone }: Campaign): Day | null {
  const [last, before] = [events.at(-1), events.at(-2)]
  const settled = last?.kind === 'acknowledged' ? before : last
  return settled?.kind === 'settled' ? dayOf(settled.at, zone) : null
}

/** Whether a refund fits what reports on money ask of the queue, said in the plainest way. */
export function refundFitsPlainly(refund: Refund, order: Order, campaign: Campaign, filter: RefundFilter): boolean {
  const { campaignId, market, stood, states } = filter
  const state = refundState(refund)
  if (state === 'withdrawn' || (states.length > 0 && !states.includes(state))) return false
  if (campaignId !== null && order.campaignId !== campaignId) return false
  if (market !== null && campaign.market !== market) return false
  if (stood === null) return true
  const arrived = arrivedOn(refund, campaign)
  const hasArrived = arrived !== null && arrived <= stood.on
  return stood.money === 'refunded' ? hasArrived : dayOf(refund.owedAt, campaign.zone) <= stood.on && !hasArrived
}
