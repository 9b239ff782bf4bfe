import { paymentModes, type PaymentMode } from '../campaigns/paymentMode'
import type { Currency, Minor } from '../money'
import type { RefundState } from '../orders/order'
import type { DaysOff } from '../settings/holidays'
import { addDays, dayOf, isWorkingDay, startOfDay, type Day, type Instant, type Zone } from '../time'

/** How long a refund waits. Owed and failed: calendar days since it was owed. Sent: working days since it was sent, as banks count. */
export const refundAgeIds = ['2', '7', '14', '30', 'older'] as const
export type RefundAge = (typeof refundAgeIds)[number]

export const refundAgeWords: Readonly<Record<RefundAge, string>> = {
  '2': 'up to 2 days',
  '7': '3 to 7 days',
  '14': '8 to 14 days',
  '30': '15 to 30 days',
  older: 'over 30 days',
}

export const openRefundStates = ['owed', 'sent', 'failed'] as const satisfies readonly RefundState[]
export type OpenRefundState = (typeof openRefundStates)[number]

/** What waits in one state, mode and age: how many refunds, and their money in each currency. */
export interface RefundAges {
  readonly state: OpenRefundState
  readonly mode: PaymentMode
  readonly age: RefundAge
  readonly refunds: number
  readonly amounts: Readonly<Partial<Record<Currency, Minor>>>
}

/** For each age, the instant from which on a refund is no older. */
export interface AgeCuts {
  readonly calendar: readonly Instant[]
  readonly working: readonly Instant[]
}

const limits = [2, 7, 14, 30]

const workingDaysIn = (day: Day, daysOff: DaysOff): number => Number(isWorkingDay(day, daysOff))

/** Where one age ends and the next begins, for a market's days at `at`: worked out once, so that a row costs a comparison. */
export function ageCuts(zone: Zone, daysOff: DaysOff, at: Instant): AgeCuts {
  const today = dayOf(at, zone)
  const working: Instant[] = []
  let [day, count] = [today, 0]
  for (const limit of limits) {
    // `count` working days lie after `day`, today included: as far back as there are no more of them than the limit.
    for (let step = workingDaysIn(day, daysOff); count + step <= limit; step = workingDaysIn(day, daysOff)) {
      count += step
      day = addDays(day, -1)
    }
    working.push(startOfDay(day, zone))
  }
  return { calendar: limits.map((limit) => startOfDay(addDays(today, -limit), zone)), working }
}

/** The age of an open refund that is in its state since then. */
export function refundAge(state: OpenRefundState, since: Instant, cuts: AgeCuts): RefundAge {
  const place = cuts[state === 'sent' ? 'working' : 'calendar'].findIndex((cut) => since >= cut)
  return refundAgeIds[place] ?? 'older'
}

/** In the order of states, modes and ages. */
export const inAgeOrder = (left: RefundAges, right: RefundAges): number =>
  openRefundStates.indexOf(left.state) - openRefundStates.indexOf(right.state) ||
  paymentModes.indexOf(left.mode) - paymentModes.indexOf(right.mode) ||
  refundAgeIds.indexOf(left.age) - refundAgeIds.indexOf(right.age)
