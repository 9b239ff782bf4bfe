import { formatMoney, type Minor } from '../money'
import type { Instant } from '../time'
import type { Assignment, Order, Payment, Refund, RefundEvent, Shipment } from './order'

export type StoryKind =
  | 'placed'
  | 'paid'
  | 'late money'
  | 'lapsed'
  | 'cancelled'
  | 'undone'
  | 'refund'
  | 'refund failed'
  | 'shipped'
  | 'delivered'
  | 'voided'
  | 'note'
  | 'assigned'

/** One line of an order's time line. */
export interface StoryLine {
  readonly at: Instant
  /** Null for what happened by itself. */
  readonly by: string | null
  readonly what: string
  readonly kind: StoryKind
  /** What staff or the bank wrote about it; empty when nothing. */
  readonly note: string
  /** When the gateway confirmed a payment, where that was not the instant it was recorded. */
  readonly confirmedAt: Instant | null
}

const line = (at: Instant, by: string | null, kind: StoryKind, what: string, note = ''): StoryLine => ({
  at,
  by,
  what,
  kind,
  note,
  confirmedAt: null,
})

const pieces = (units: number): string => `${String(units)} ${units === 1 ? 'unit' : 'units'}`

function paymentLine({ recordedAt, recordedBy, paidAt, mode, late, reference }: Payment, amount: string): StoryLine {
  const said =
    late === null
      ? line(recordedAt, recordedBy, 'paid', `Paid ${amount} by ${mode}`, reference)
      : line(recordedAt, recordedBy, 'late money', `${amount} by ${mode} came ${cameLate[late]}: owed back`, reference)
  return { ...said, confirmedAt: paidAt === recordedAt ? null : paidAt }
}

const cameLate: Record<NonNullable<Payment['late']>, string> = {
  'after the payment window': 'after the payment window',
  'after a cancellation': 'after the cancellation',
  'after the end': 'after the end of the campaign',
  'paid a second time': 'a second time',
  'after its units were given away': 'after its units were given away',
}

const owedBecause: Record<Refund['cause'], string> = {
  cancelled: 'for cancelled units',
  'campaign failed': 'because the campaign failed',
  'late money': 'because the money came late',
}

function refundEventLine(event: RefundEvent, amount: string): StoryLine {
  switch (event.kind) {
    case 'batched':
      return line(event.at, event.by, 'refund', `Refund of ${amount} put into a batch`)
    case 'taken out':
      return line(event.at, event.by, 'refund', `Refund of ${amount} taken out of its batch`)
    case 'acknowledged':
      return line(event.at, event.by, 'refund', `Refund of ${amount} taken by the gateway`, event.reference)
    case 'doubted':
      return line(event.at, event.by, 'refund failed', `Refund of ${amount} doubted`, event.why)
    case 'cleared up':
      return line(event.at, event.by, 'refund', `Refund of ${amount} cleared up`, event.note)
    case 'sent':
      return line(event.at, event.by, 'refund', `Refund of ${amount} sent`, event.reference)
    case 'settled':
      return line(event.at, event.by, 'refund', `Refund of ${amount} settled`, event.bankReference)
    case 'failed':
      return line(event.at, event.by, 'refund failed', `Refund of ${amount} failed`, event.reason)
    case 'owed again':
      return line(event.at, event.by, 'refund', `Refund of ${amount} owed again`)
    case 'released':
      return line(event.at, event.by, 'refund', `Refund of ${amount} released: it can be sent`)
    case 'withdrawn':
      return line(event.at, event.by, 'refund', `Refund of ${amount} withdrawn: nothing is owed`)
  }
}

/** The parcel as it was handed over, and each number that was told or put right later. */
function shipmentLines({ at, by, carrier, trackingNumber, former = [] }: Shipment): readonly StoryLine[] {
  const said = [...former, { carrier, trackingNumber }]
  const first = said[0] ?? { carrier, trackingNumber }
  return [
    line(at, by, 'shipped', `Shipped with ${first.carrier}`, first.trackingNumber),
    ...former.map(({ trackingNumber: before, replacedAt, replacedBy }, place) => {
      const after = said[place + 1] ?? first
      const what = before === '' ? 'Tracking number' : `Tracking number corrected, it was ${before}`
      return line(replacedAt, replacedBy, 'shipped', `${what}: ${after.carrier}`, after.trackingNumber)
    }),
  ]
}

const assignmentLine = ({ at, by, to }: Assignment): StoryLine =>
  line(at, by, 'assigned', to === null ? 'Assigned to nobody' : `Assigned to ${to.name}`)

/**
 * An order's whole history, newest first. What was recorded in the same instant stands in the order in which one thing follows
 * from the other.
 */
export function storyOf(order: Order): readonly StoryLine[] {
  const money = (amount: Minor): string => formatMoney(amount, order.currency)
  const lines: StoryLine[] = [
    line(order.placedAt, order.placedBy, 'placed', `Placed: ${pieces(order.units)} for ${money(order.total)}`),
    ...(order.lapsedAt === null ? [] : [line(order.lapsedAt, null, 'lapsed', 'Lapsed: not paid in time')]),
    ...order.payments.map((payment) => paymentLine(payment, money(payment.amount))),
    ...order.cancellations.map(({ at, by, units, reason, note }) =>
      line(at, by, 'cancelled', `Cancelled ${pieces(units)}: ${reason}`, note),
    ),
    ...order.cancellations.flatMap(({ undone, units }) =>
      undone === null ? [] : [line(undone.at, undone.by, 'undone', `Cancellation of ${pieces(units)} undone`)],
    ),
    ...(order.shipment === null ? [] : shipmentLines(order.shipment)),
    ...(order.deliveredAt === null ? [] : [line(order.deliveredAt, order.deliveredBy, 'delivered', 'Delivered')]),
    ...(order.voidedAt === null ? [] : [line(order.voidedAt, null, 'voided', 'Voided: its campaign failed')]),
    ...order.refunds.flatMap((refund) => [
      line(refund.owedAt, null, 'refund', `${money(refund.amount)} owed back ${owedBecause[refund.cause]}`),
      ...refund.events.map((event) => refundEventLine(event, money(refund.amount))),
    ]),
    ...order.assignments.map(assignmentLine),
    ...order.notes.map(({ at, by, text }) => line(at, by, 'note', 'Note', text)),
  ]
  // Sorting is stable, so turning the list first keeps causes below their effects.
  return lines.reverse().sort((left, right) => right.at - left.at)
}
