import { z } from 'zod'
import { daySchema } from '../request'
import { addDays, day, daysBetween, type Day } from '../time'

/** Days from one to another, both inclusive. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export const periodNames = [
  'last 7 days',
  'last 30 days',
  'last 90 days',
  'this month',
  'last month',
  'this quarter',
  'last quarter',
] as const
export type PeriodName = (typeof periodNames)[number]

/** Which days a report is about: some that move along with today, or any two. */
export const periodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(periodNames) }),
  z.strictObject({ kind: z.literal('days'), from: daySchema, to: daySchema }),
])
export type Period = z.output<typeof periodSchema>

/** Which earlier days they are compared with: those just before, the same a year ago, or as many from any earlier day on. */
export const againstSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['period before', 'year before']) }),
  z.strictObject({ kind: z.literal('from'), from: daySchema }),
])
export type Against = z.output<typeof againstSchema>

/** Ten years: whoever asks for more gets the last of them. */
const longest = 3653

/** How many days a span has. */
export const lengthOf = ({ from, to }: Span): number => daysBetween(from, to) + 1

/** The days of a period as they are today. The months and quarters of now go up to today; two days may be given in either order. */
export function spanOf(period: Period, today: Day): Span {
  switch (period.kind) {
    case 'last 7 days':
      return { from: addDays(today, -6), to: today }
    case 'last 30 days':
      return { from: addDays(today, -29), to: today }
    case 'last 90 days':
      return { from: addDays(today, -89), to: today }
    case 'this month':
      return { from: monthOf(today, 0), to: today }
    case 'last month':
      return { from: monthOf(today, -1), to: addDays(monthOf(today, 0), -1) }
    case 'this quarter':
      return { from: quarterOf(today, 0), to: today }
    case 'last quarter':
      return { from: quarterOf(today, -1), to: addDays(quarterOf(today, 0), -1) }
    case 'days': {
      const [from, to] = period.from <= period.to ? [period.from, period.to] : [period.to, period.from]
      return { from: laterDay(from, addDays(to, 1 - longest)), to }
    }
  }
}

/**
 * The earlier days that a span is compared with. Before a month or quarter stands the one before it, up to the same day where it is not
 * over; before others as many days. A day that is not earlier is none to compare with: then it is the period before.
 */
export function earlierSpan(period: Period, against: Against, span: Span): Span {
  if (against.kind === 'from' && against.from < span.from)
    return { from: against.from, to: addDays(against.from, lengthOf(span) - 1) }
  if (against.kind === 'year before') return { from: yearBefore(span.from), to: yearBefore(span.to) }
  switch (period.kind) {
    case 'last month':
      return { from: monthOf(span.from, -1), to: addDays(span.from, -1) }
    case 'last quarter':
      return { from: quarterOf(span.from, -1), to: addDays(span.from, -1) }
    case 'this month':
      return sameDaysFrom(monthOf(span.from, -1), span)
    case 'this quarter':
      return sameDaysFrom(quarterOf(span.from, -1), span)
    case 'last 7 days':
    case 'last 30 days':
    case 'last 90 days':
    case 'days':
      return { from: addDays(span.from, -lengthOf(span)), to: addDays(span.from, -1) }
  }
}

/** As many days as the span has, but not into it: a February may be shorter than what has passed of a March. */
const sameDaysFrom = (from: Day, span: Span): Span => ({
  from,
  to: earlierDay(addDays(from, lengthOf(span) - 1), addDays(span.from, -1)),
})

const earlierDay = (left: Day, right: Day): Day => (left < right ? left : right)
const laterDay = (left: Day, right: Day): Day => (left > right ? left : right)

/** The first of the month so many months from that of `of`. */
export function monthOf(of: Day, months: number): Day {
  const first = new Date(`${of.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return day(first.toISOString().slice(0, 10))
}

/** The first day of the quarter so many quarters from that of `of`. */
export const quarterOf = (of: Day, quarters: number): Day =>
  monthOf(of, 3 * quarters - ((Number(of.slice(5, 7)) - 1) % 3))

/** The same day of the year before; 29 February has none and is the 28th. */
function yearBefore(of: Day): Day {
  const year = String(Number(of.slice(0, 4)) - 1).padStart(4, '0')
  return day(of.endsWith('-02-29') ? `${year}-02-28` : `${year}${of.slice(4)}`)
}
