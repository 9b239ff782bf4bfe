import { cancelPreview, progressAfterCancel } from '../../shared/orders/cancelOrder'
import { inTimePayment, unitsLeft } from '../../shared/orders/orderState'
import type { OrderView } from '../../shared/orders/requests'
import { formatMoney, minor } from '../../shared/money'
import { progressOf, type Progress } from '../../shared/campaigns/progress'
import { unitCount } from '../ui/counts'

/** What will be true once `units` units are cancelled, in sentences. */
export function cancelFacts(view: OrderView, units: number, undoMinutes: number): readonly string[] {
  const { order, campaign } = view
  const { owed, wouldTakeBelowTarget } = cancelPreview(order, campaign.campaign, campaign.tally, units)
  const payment = inTimePayment(order)
  const stays = unitsLeft(order) - units
  return [
    stays === 0
      ? 'The whole order is cancelled.'
      : `${unitCount(stays)} of the order ${stays === 1 ? 'stays' : 'stay'}.`,
    payment === null
      ? 'Nothing was paid, so nothing is owed.'
      : `${formatMoney(owed, order.currency)} is owed back for the ${payment.mode} payment ${payment.reference}, and the refund waits in the queue.`,
    ...targetFacts(view, units, wouldTakeBelowTarget),
    undoMinutes === 0
      ? 'A cancellation cannot be undone; the supporter may order again while the campaign runs.'
      : `It can be undone for ${minutesInWords(undoMinutes)}, unless its refund is released or others take its units meanwhile.`,
  ]
}

/** What it does to the campaign's bar: nothing for units that never were in it. */
function targetFacts(view: OrderView, units: number, wouldTakeBelowTarget: boolean): readonly string[] {
  const { campaign, tally } = view.campaign
  const now = progressOf(campaign, tally)
  const afterwards = progressAfterCancel(view.order, campaign, tally, units)
  if (now.reached === afterwards.reached) return []
  const inMeasure = (reached: number): string =>
    campaign.target.kind === 'units' ? unitCount(reached) : formatMoney(minor(reached), campaign.currency)
  const move = `from ${inMeasure(now.reached)} (${percent(now)}) to ${inMeasure(afterwards.reached)} (${percent(afterwards)}) of ${inMeasure(now.target)}`
  if (!now.funded) {
    const how = wouldTakeBelowTarget ? 'below its target' : 'further below its target'
    return [`It takes the campaign, which is not funded, ${how}: ${move}.`]
  }
  if (wouldTakeBelowTarget)
    return [`It takes the bar below its target, ${move}. The campaign was funded and stays funded.`]
  return [`The bar moves ${move}. The campaign stays funded.`]
}

const percent = ({ share }: Progress): string => `${Math.floor(share / 100)} %`

const minutesInWords = (minutes: number): string => `${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`
