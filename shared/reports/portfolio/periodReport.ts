import type { Currency } from '../../money'
import { addDays, dayOf, type Day, type Zone } from '../../time'
import { waits, type Wait } from '../../orders/grouping'
import { ratio } from '../chartTable'
import { earlierSpan, lengthOf, spanOf, type Against, type Period, type Span } from '../period'
import type { CampaignFacts } from './facts'

/** What is told of each day, and which sum it is. Amounts are in the currency's smallest unit. */
export const periodMeasures = [
  /** Amount of orders paid in time. */
  'paid',
  /** Orders placed. */
  'orders',
  /** Units paid in time. */
  'units',
  /** Units given up after they were paid. */
  'cancelled',
  /** Orders whose payment window closed. */
  'lapsed',
  /** Everything that came in, in time or late. */
  'captured',
  /** Everything that has arrived back with supporters. */
  'refunded',
] as const
export type PeriodMeasure = (typeof periodMeasures)[number]

/** A measure of one day, or of a whole span; null where nothing can be known: days to come, and those before the first campaign. */
export type Sums = Readonly<Record<PeriodMeasure, number | null>>

export interface PeriodDay {
  /** Goes on after the span where the earlier one has more days; nothing is known of it then. */
  readonly day: Day
  readonly earlierDay: Day
  readonly now: Sums
  readonly before: Sums
}

/** How long supporters took to pay, of the campaigns that started in the span. */
export interface WaitCounts {
  readonly wait: Wait
  /** Orders; null where no campaign started. */
  readonly now: number | null
  readonly before: number | null
}

/** Two values of the same thing. */
export interface Compared {
  readonly now: number | null
  readonly before: number | null
}

export interface PeriodReport {
  readonly currency: Currency
  /** Those that have a campaign, the main market's first. */
  readonly currencies: readonly Currency[]
  /** Whose today it is. */
  readonly zone: Zone
  readonly today: Day
  readonly span: Span
  readonly earlier: Span
  readonly days: readonly PeriodDay[]
  readonly totals: Readonly<Record<PeriodMeasure, Compared>>
  readonly waits: readonly WaitCounts[]
  /** The share of orders that were paid within five minutes, of those same campaigns. */
  readonly paidQuickly: Compared
}

export interface PeriodAsk {
  readonly period: Period
  readonly against: Against
  /** Today, in the main market's zone. */
  readonly today: Day
  readonly zone: Zone
  readonly currency: Currency
  readonly currencies: readonly Currency[]
}

/**
 * What happened in a period, day by day, beside an earlier one. Only campaigns of that currency: currencies are never added up. A campaign's
 * day is the one of its own zone.
 */
export function periodReportOf(all: readonly CampaignFacts[], ask: PeriodAsk): PeriodReport {
  const { period, against, today, zone, currency, currencies } = ask
  const campaigns = all.filter(({ campaign }) => campaign.currency === currency && campaign.launchedAt !== null)
  const span = spanOf(period, today)
  const earlier = earlierSpan(period, against, span)
  const known: Span = { from: firstDay(campaigns) ?? addDays(today, 1), to: today }
  const [now, before] = [sumsOf(campaigns, span, known), sumsOf(campaigns, earlier, known)]
  const days = Array.from({ length: Math.max(now.length, before.length) }, (_each, place) => ({
    day: addDays(span.from, place),
    earlierDay: addDays(earlier.from, place),
    now: now[place] ?? unknown,
    before: before[place] ?? unknown,
  }))
  const [waitsNow, waitsBefore] = [waitsOf(campaigns, span), waitsOf(campaigns, earlier)]
  return {
    currency,
    currencies,
    zone,
    today,
    span,
    earlier,
    days,
    totals: each((measure) => ({ now: totalOf(now, measure), before: totalOf(before, measure) })),
    waits: waits.map((wait) => ({ wait, now: waitsNow?.[wait] ?? null, before: waitsBefore?.[wait] ?? null })),
    paidQuickly: { now: quicklyOf(waitsNow), before: quicklyOf(waitsBefore) },
  }
}

/** The first day of which anything can be known: the start of the first campaign, or its first order. */
export function firstDay(campaigns: readonly CampaignFacts[]): Day | null {
  let first: Day | null = null
  for (const { campaign, tally } of campaigns) {
    for (const day of [dayOf(campaign.startsAt, campaign.zone), ...(Object.keys(tally.byDay) as Day[])])
      if (first === null || day < first) first = day
  }
  return first
}

const each = <Value>(make: (measure: PeriodMeasure) => Value): Readonly<Record<PeriodMeasure, Value>> => ({
  paid: make('paid'),
  orders: make('orders'),
  units: make('units'),
  cancelled: make('cancelled'),
  lapsed: make('lapsed'),
  captured: make('captured'),
  refunded: make('refunded'),
})

const unknown: Sums = each(() => null)

/** The sums of every day of the span; those that cannot be known are null. */
function sumsOf(campaigns: readonly CampaignFacts[], span: Span, known: Span): readonly Sums[] {
  const places = new Map<string, Record<PeriodMeasure, number>>()
  const days = Array.from({ length: lengthOf(span) }, (_each, place) => {
    const day = addDays(span.from, place)
    if (day < known.from || day > known.to) return unknown
    const sums = each(() => 0) as Record<PeriodMeasure, number>
    places.set(day, sums)
    return sums
  })
  for (const { tally, breakdown } of campaigns) {
    for (const [day, { placed, paid, cancelled }] of Object.entries(tally.byDay)) {
      const sums = places.get(day)
      if (sums === undefined) continue
      sums.orders += placed.orders
      sums.paid += paid.amount
      sums.units += paid.units
      sums.cancelled += cancelled.units
    }
    for (const [day, { lapsed, captured, refunded }] of Object.entries(breakdown.days)) {
      const sums = places.get(day)
      if (sums === undefined) continue
      sums.lapsed += lapsed.orders
      sums.captured += captured
      sums.refunded += refunded
    }
  }
  return days
}

const totalOf = (days: readonly Sums[], measure: PeriodMeasure): number | null =>
  days.reduce<number | null>((sum, day) => (day[measure] === null ? sum : (sum ?? 0) + day[measure]), null)

/** Orders by how long they took to be paid; null where no campaign started in the span. */
function waitsOf(campaigns: readonly CampaignFacts[], { from, to }: Span): Readonly<Record<Wait, number>> | null {
  let sums: Record<Wait, number> | null = null
  for (const { campaign, breakdown } of campaigns) {
    const started = dayOf(campaign.startsAt, campaign.zone)
    if (started < from || started > to) continue
    sums ??= { '1': 0, '2': 0, '5': 0, '10': 0, '15': 0, '20': 0, '30': 0, '60': 0, longer: 0 }
    for (const wait of waits) sums[wait] += breakdown.groups.waits[wait]?.orders ?? 0
  }
  return sums
}

function quicklyOf(orders: Readonly<Record<Wait, number>> | null): number | null {
  if (orders === null) return null
  return ratio(
    orders['1'] + orders['2'] + orders['5'],
    waits.reduce((sum, wait) => sum + orders[wait], 0),
  )
}
