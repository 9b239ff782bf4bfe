import { minor, type Currency, type Minor } from '../../money'
import { addDays, dayOf, type Day, type Zone } from '../../time'
import { lengthOf, spanOf, type Period, type Span } from '../period'
import type { CampaignFacts } from './facts'
import { firstDay } from './periodReport'

/** Whose the captured money was at the end of a day. What has arrived back with supporters is in none of these. */
export interface HeldDay {
  readonly day: Day
  /** Captured and neither kept for good nor promised back: held for supporters of campaigns that are not settled. */
  readonly held: Minor | null
  /** Promised back and not yet arrived: owed, sent or failed. */
  readonly owed: Minor | null
  /** Of campaigns that were settled as succeeded. */
  readonly kept: Minor | null
}

export interface HeldReport {
  readonly currency: Currency
  readonly currencies: readonly Currency[]
  readonly zone: Zone
  readonly span: Span
  readonly days: readonly HeldDay[]
  /** As of now, whatever the span: captured = held + owed + kept + refunded. */
  readonly now: Readonly<Record<'held' | 'owed' | 'kept' | 'refunded', Minor>>
}

interface HeldAsk {
  readonly period: Period
  readonly today: Day
  readonly zone: Zone
  readonly currency: Currency
  readonly currencies: readonly Currency[]
}

/** What moves on each day of a span; what moved before it stands on its first day. */
interface Moves {
  readonly held: number[]
  readonly owed: number[]
  readonly kept: number[]
}

/** Whose the money of one currency was, day by day. Null on days to come and before the first campaign. */
export function heldReportOf(all: readonly CampaignFacts[], ask: HeldAsk): HeldReport {
  const { period, today, zone, currency, currencies } = ask
  const campaigns = all.filter(({ campaign }) => campaign.currency === currency && campaign.launchedAt !== null)
  const span = spanOf(period, today)
  const first = firstDay(campaigns)
  const length = lengthOf(span)
  const moves: Moves = { held: nothingIn(length), owed: nothingIn(length), kept: nothingIn(length) }
  const places = new Map(Array.from({ length }, (_each, place) => [addDays(span.from, place), place] as const))
  for (const facts of campaigns) moveMoney(facts, moves, (day) => (day < span.from ? 0 : places.get(day)))
  const sum = { held: 0, owed: 0, kept: 0 }
  const days = Array.from(places, ([day, place]): HeldDay => {
    for (const name of ['held', 'owed', 'kept'] as const) sum[name] += moves[name][place] ?? 0
    if (first === null || day < first || day > today) return { day, held: null, owed: null, kept: null }
    return { day, held: minor(sum.held), owed: minor(sum.owed), kept: minor(sum.kept) }
  })
  return { currency, currencies, zone, span, days, now: nowOf(campaigns) }
}

const nothingIn = (length: number): number[] => Array.from({ length }, () => 0)

/** One campaign's money. With its settlement as succeeded what is held of it becomes kept, and so does what comes after. */
function moveMoney({ campaign, breakdown }: CampaignFacts, moves: Moves, placeOf: (day: Day) => number | undefined) {
  const { settlement, zone } = campaign
  const keptFrom = settlement?.outcome === 'succeeded' ? dayOf(settlement.decidedAt, zone) : null
  const move = (list: number[], day: Day, amount: number): void => {
    const place = placeOf(day)
    if (place !== undefined) list[place] = (list[place] ?? 0) + amount
  }
  let heldUntilKept = 0
  for (const [day, { captured, owed, refunded }] of Object.entries(breakdown.days) as [Day, Facts][]) {
    const isKept = keptFrom !== null && day >= keptFrom
    move(moves.owed, day, owed - refunded)
    move(isKept ? moves.kept : moves.held, day, captured - owed)
    if (!isKept) heldUntilKept += captured - owed
  }
  if (keptFrom === null) return
  move(moves.held, keptFrom, -heldUntilKept)
  move(moves.kept, keptFrom, heldUntilKept)
}

type Facts = CampaignFacts['breakdown']['days'][string]

function nowOf(campaigns: readonly CampaignFacts[]): HeldReport['now'] {
  let [held, owed, kept, refunded] = [0, 0, 0, 0]
  for (const { campaign, tally } of campaigns) {
    for (const money of Object.values(tally.byMode)) {
      const onItsWay = money.owed + money.sent + money.failed
      const rest = money.captured - onItsWay - money.settled
      owed += onItsWay
      refunded += money.settled
      if (campaign.settlement?.outcome === 'succeeded') kept += rest
      else held += rest
    }
  }
  return { held: minor(held), owed: minor(owed), kept: minor(kept), refunded: minor(refunded) }
}
