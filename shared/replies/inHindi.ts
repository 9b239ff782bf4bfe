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

const pieces = (units: number): string => `${String(units)} नग`

const bodies: Record<ReplyKind, (subject: ReplySubject) => readonly string[]> = {
  'payment received': (subject) => {
    const { amount, mode, units, paidOn, shipsBy, endsOn } = paymentFacts(subject, 'hi')
    return [
      `ऑर्डर ${subject.order.number} (${subject.productName}, ${pieces(units)}) के लिए आपका ${amount} का भुगतान (${modeWords.hi[mode]}, ${paidOn}) हमें मिल गया है।`,
      shipsBy === null
        ? `अभियान ${endsOn} तक चलेगा। लक्ष्य पूरा न होने पर आपकी पूरी रकम लौटा दी जाएगी।`
        : `अभियान का लक्ष्य पूरा हो गया है। आपका ऑर्डर ${shipsBy} तक भेज दिया जाएगा।`,
    ]
  },
  cancelled: (subject) => {
    const { units, left, owed, mode } = cancellationFacts(subject)
    return [
      `ऑर्डर ${subject.order.number} से ${subject.productName} के ${pieces(units)} रद्द कर दिए गए हैं।${left === 0 ? '' : ` ऑर्डर में ${pieces(left)} बाकी हैं।`}`,
      owed === null || mode === null
        ? 'इसके लिए कोई भुगतान नहीं हुआ था, इसलिए कुछ लौटाना नहीं है।'
        : `${modeWords.hi[mode]} से दिए गए ${owed} आपको लौटाए जाएँगे। रकम भेजते ही हम आपको फिर लिखेंगे।`,
    ]
  },
  'refund sent': (subject) => {
    const { amount, mode, sentOn, expectedBy, reference } = refundFacts(subject, 'hi')
    return [
      `ऑर्डर ${subject.order.number} की ${amount} की वापसी ${sentOn} को भेज दी गई है। आपने ${modeWords.hi[mode]} से भुगतान किया था; रकम ${expectedBy} तक आपको मिल जानी चाहिए।`,
      ...(reference === null ? [] : [`संदर्भ संख्या: ${reference}`]),
    ]
  },
  shipped: (subject) => {
    const { carrier, trackingNumber, units, shippedOn } = shipmentFacts(subject, 'hi')
    return [
      `आपका ऑर्डर ${subject.order.number} (${subject.productName}, ${pieces(units)}) ${shippedOn} को ${carrier} से भेज दिया गया है।`,
      ...(trackingNumber === '' ? [] : [`ट्रैकिंग नंबर: ${trackingNumber}`]),
    ]
  },
}

/** The reply as plain text, ready to be sent. */
export const inHindi = (kind: ReplyKind, subject: ReplySubject): string =>
  [`नमस्ते ${nameIn(subject)} जी,`, ...bodies[kind](subject), subject.shopName].join('\n\n')
