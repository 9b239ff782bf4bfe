import { everyRefund } from '../../shared/refunds/requests'
import type { PaymentMode } from '../../shared/campaigns/paymentMode'
import type { RefundId } from '../../shared/ids'
import type { RefundRow } from '../../shared/refunds/requests'
import { dayLength, hour, later, type Instant } from '../../shared/time'
import type { Stage } from './stage'

/** Days until a refund of each payment mode usually reaches the supporter. */
const usualDays: Record<PaymentMode, readonly [least: number, most: number]> = {
  UPI: [1, 3],
  card: [4, 8],
  'net banking': [3, 7],
  wallet: [0, 1],
  EMI: [5, 9],
}

/** What becomes of a refund once it is sent. */
type Course = 'settles' | 'is never heard of' | 'fails once' | 'fails again and again'

/** The troubled campaign's refunds that do not simply settle, by their place among those sent; counted in working days, early enough. */
const troubles: Readonly<Record<number, Course>> = {
  3: 'is never heard of',
  4: 'is never heard of',
  8: 'fails once',
  12: 'fails again and again',
}

/** Late money goes back only when the gateway's reports have shown that it is not somebody else's. */
const lateMoneyWaits = 14 * dayLength

/** Refunds sent on a working day: of failed campaigns, and of all others. */
const sentADay = 2

/**
 * Plans the refund rounds: on working days Ravi sends the refunds that have been owed longest. They settle in their usual time, except for
 * some of the failed campaign of `troubledProduct`.
 */
export function planRefunds(stage: Stage, firstDay: number, troubledProduct: string): void {
  const { agenda, calendar, ravi, chance } = stage
  const courses = new Map<RefundId, Course>()
  let sentOfTroubled = 0

  const courseOf = (row: RefundRow): Course => {
    if (row.refund.cause !== 'campaign failed' || row.productName !== troubledProduct) return 'settles'
    sentOfTroubled += 1
    return troubles[sentOfTroubled] ?? 'settles'
  }

  const send = async (row: RefundRow, at: Instant): Promise<void> => {
    const { id: refundId } = row.refund
    const course = courses.get(refundId) ?? courseOf(row)
    courses.set(refundId, course === 'fails once' ? 'settles' : course)
    const reference = `rfnd_${chance.uuid().replaceAll('-', '').slice(0, 14)}`
    await ravi.does('refunds.send', { orderId: row.orderId, refundId, reference })
    if (course === 'settles') planSettling(stage, row, at)
    else if (course !== 'is never heard of') planFailure(stage, row, at)
  }

  for (let offset = firstDay; offset <= 0; offset += 1) {
    if (!calendar.isWorkingDay(offset)) continue
    const at = calendar.time(offset, '10:40')
    agenda.plan(at, async () => {
      const { rows } = await ravi.asks('refunds.page', { ...everyRefund, states: ['owed'], limit: 200 })
      const longestOwed = rows
        .filter((row) => row.heldUntil === null)
        .toSorted((left, right) => left.refund.owedAt - right.refund.owedAt)
      const failed = longestOwed.filter(({ refund }) => refund.cause === 'campaign failed')
      const others = longestOwed.filter(
        ({ refund: { cause, owedAt } }) =>
          cause === 'cancelled' || (cause === 'late money' && owedAt + lateMoneyWaits < at),
      )
      for (const row of [...failed.slice(0, sentADay), ...others.slice(0, sentADay)]) await send(row, at)
    })
  }
}

function planSettling({ agenda, ravi, chance }: Stage, row: RefundRow, sentAt: Instant): void {
  const days = chance.whole(...usualDays[row.mode])
  const bankReference = row.mode === 'card' || row.mode === 'EMI' ? `ARN${chance.digits(20)}` : chance.digits(12)
  agenda.plan(later(sentAt, days * dayLength + 5 * hour), async () => {
    await ravi.does('refunds.settle', { orderId: row.orderId, refundId: row.refund.id, bankReference })
  })
}

/** Fails two days later; the first time it is put back into the queue, the second time it stays until someone has new details. */
function planFailure({ agenda, ravi }: Stage, row: RefundRow, sentAt: Instant): void {
  const which = { orderId: row.orderId, refundId: row.refund.id }
  const failedAt = later(sentAt, 2 * dayLength)
  const reason = row.failures === 0 ? 'The bank did not answer in time' : 'The account was closed'
  agenda.plan(failedAt, async () => {
    await ravi.does('refunds.fail', { ...which, reason })
  })
  if (row.failures > 0) return
  agenda.plan(later(failedAt, dayLength - hour), async () => {
    await ravi.does('refunds.retry', which)
  })
}
