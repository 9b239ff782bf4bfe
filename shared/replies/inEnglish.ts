import type { ReplyKind } from './reply'
import {
  cancellationFacts,
  modeWords,
  nameIn,
  paymentFacts,
  refundFacts,
  shipmentFacts,
  type ReplySubject,
} from './replyFacts'

const pieces = (units: number): string => `${String(units)} ${units === 1 ? 'unit' : 'units'}`

const bodies: Record<ReplyKind, (subject: ReplySubject) => readonly string[]> = {
  'payment received': (subject) => {
    const { amount, mode, units, paidOn, shipsBy, endsOn } = paymentFacts(subject, 'en')
    return [
      `We have received your payment of ${amount} (${modeWords.en[mode]}, ${paidOn}) for order ${subject.order.number}: ${pieces(units)} of ${subject.productName}.`,
      shipsBy === null
        ? `The campaign runs until ${endsOn}. If it does not reach its target, you get all of your money back.`
        : `The campaign is funded. Your order ships by ${shipsBy}.`,
    ]
  },
  cancelled: (subject) => {
    const { units, left, owed, mode } = cancellationFacts(subject)
    return [
      `We have cancelled ${pieces(units)} of ${subject.productName} in order ${subject.order.number}.${left === 0 ? '' : ` ${pieces(left)} of the order ${left === 1 ? 'stays' : 'stay'}.`}`,
      owed === null || mode === null
        ? 'Nothing had been paid for this, so there is nothing to give back.'
        : `You get back ${owed}, which you paid by ${modeWords.en[mode]}. We write again when it is on its way.`,
    ]
  },
  'refund sent': (subject) => {
    const { amount, mode, sentOn, expectedBy, reference } = refundFacts(subject, 'en')
    return [
      `We sent your refund of ${amount} for order ${subject.order.number} on ${sentOn}. You had paid by ${modeWords.en[mode]}; the money should reach you by ${expectedBy}.`,
      ...(reference === null ? [] : [`Reference: ${reference}`]),
    ]
  },
  shipped: (subject) => {
    const { carrier, trackingNumber, units, shippedOn } = shipmentFacts(subject, 'en')
    return [
      `Your order ${subject.order.number}, ${pieces(units)} of ${subject.productName}, left us with ${carrier} on ${shippedOn}.`,
      ...(trackingNumber === '' ? [] : [`Tracking number: ${trackingNumber}`]),
    ]
  },
}

/** The reply as plain text, ready to be sent. */
export const inEnglish = (kind: ReplyKind, subject: ReplySubject): string =>
  [`Hello ${nameIn(subject)},`, ...bodies[kind](subject), subject.shopName].join('\n\n')
