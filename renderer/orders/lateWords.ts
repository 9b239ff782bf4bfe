import type { Campaign } from '../../shared/campaigns/campaign'
import type { LateReason, Order } from '../../shared/orders/order'
import { shortTime } from '../../shared/time'

/** Why money does not count, as a sentence with the instant that decides it. */
export function lateWords(reason: LateReason, order: Order, campaign: Campaign): string {
  const { zone, calledOff, endsAt } = campaign
  const words: Record<LateReason, () => string> = {
    'after the payment window': () => `the order could be paid until ${shortTime(order.payBy, zone)}.`,
    'after a cancellation': () => 'the order was cancelled whole.',
    'after the end': () =>
      calledOff === null
        ? `the campaign ended ${shortTime(endsAt, zone)}.`
        : `the campaign was called off ${shortTime(calledOff.at, zone)}.`,
    'paid a second time': () => 'the order is paid already.',
    'after its units were given away': () => 'the order had lapsed and its units are taken by others.',
  }
  return words[reason]()
}
