import type { Campaign, Outcome, Target } from '../../campaigns/campaign'
import { hasEnded } from '../../campaigns/campaignState'
import { progressOf } from '../../campaigns/progress'
import type { ReleaseDecision } from '../../campaigns/releaseDecision'
import type { CampaignView } from '../../campaigns/requests'
import { noCount, type Count } from '../../campaigns/tally'
import type { CampaignId, VariantId } from '../../ids'
import { minor, type Currency, type Minor } from '../../money'
import type { Product } from '../../products/product'
import { addDays, dayOf, daysBetween, earlierOf, type Day, type Instant, type Zone } from '../../time'
import type { Breakdown } from '../breakdown/breakdown'
import { regionName } from '../../orders/details'
import { ratio } from '../chartTable'
import { campaignMoney, type MoneySum } from '../money/marketMoney'

/** What is known of an ended campaign in a line. */
export interface ReleaseRow {
  readonly campaignId: CampaignId
  readonly label: string
  readonly endedAt: Instant
  readonly zone: Zone
  readonly outcome: Outcome
  /** Of the target; null for a target of nothing. */
  readonly share: number | null
  readonly units: number
  readonly amount: Minor
  readonly currency: Currency
  /** Paid units that were given up, of those paid. */
  readonly cancelledShare: number | null
  readonly decision: ReleaseDecision | null
}

/** A part of the whole: its name, what it counts, and its share of all. */
export interface ReleasePart {
  readonly name: string
  /** What it is known by, such as the id of a variant. */
  readonly key: string
  readonly orders: number
  readonly units: number
  readonly share: number | null
}

export interface ReleaseReport extends ReleaseRow {
  readonly productName: string
  /** Units paid on every day of the campaign, by its zone. */
  readonly pace: readonly { readonly day: Day; readonly units: number }[]
  readonly placed: Count
  readonly paid: Count
  readonly lapsed: Count
  readonly reasons: readonly ReleasePart[]
  readonly regions: readonly ReleasePart[]
  readonly postalAreas: readonly ReleasePart[]
  readonly variants: readonly ReleasePart[]
  readonly money: MoneySum
  readonly promisesKept: number
  readonly promisesBroken: number
  /** What the target counts. */
  readonly measure: Target['kind']
  /** What was reached, in the target's measure. */
  readonly result: number
  /** Oldest first; the last one stands. */
  readonly decisions: readonly ReleaseDecision[]
}

/** When the campaign was over. */
const endOf = ({ calledOff, endsAt }: Campaign): Instant =>
  calledOff === null ? endsAt : earlierOf(calledOff.at, endsAt)

/** Whether the campaign was launched and is over, so that there is something to decide. */
export const isOver = ({ campaign }: Pick<CampaignView, 'campaign'>, at: Instant): boolean =>
  campaign.launchedAt !== null && hasEnded(campaign, at)

export const releaseRow = ({ campaign, tally }: CampaignView, label: string): ReleaseRow => {
  const { reached, target } = progressOf(campaign, tally)
  return {
    campaignId: campaign.id,
    label,
    endedAt: endOf(campaign),
    zone: campaign.zone,
    outcome: campaign.fundedAt === null ? 'failed' : 'succeeded',
    share: ratio(reached, target),
    units: tally.net.units,
    amount: tally.net.amount,
    currency: campaign.currency,
    cancelledShare: ratio(tally.paid.units - tally.net.units, tally.paid.units),
    decision: campaign.decisions.at(-1) ?? null,
  }
}

export interface ReleaseFacts {
  readonly view: CampaignView
  readonly label: string
  readonly product: Product | null
  readonly breakdown: Breakdown
}

/** Everything that speaks for or against a product after its campaign; kept whatever the outcome, as its facts are. */
export function releaseReport({ view, label, product, breakdown }: ReleaseFacts, at: Instant): ReleaseReport {
  const { campaign, tally, productName } = view
  const { groups, days } = breakdown
  const nameOf = (id: string): string => product?.variants.find((each) => each.id === (id as VariantId))?.name ?? id
  const lapsed = Object.values(days).reduce((sum, day) => plus(sum, day.lapsed), noCount)
  return {
    ...releaseRow(view, label),
    productName,
    pace: paceOf(campaign, days),
    placed: tally.placed,
    paid: tally.paid,
    lapsed,
    reasons: partsOf(groups.reasons),
    regions: partsOf(groups.regions).map((part) => ({ ...part, name: regionName(part.name) })),
    postalAreas: partsOf(groups.postalAreas),
    variants: partsOf(tally.byVariant, nameOf),
    money: campaignMoney({ campaign, label, breakdown }, dayOf(at, campaign.zone)),
    promisesKept: groups.promises.kept?.orders ?? 0,
    promisesBroken: groups.promises.broken?.orders ?? 0,
    measure: campaign.target.kind,
    result: progressOf(campaign, tally).reached,
    decisions: campaign.decisions,
  }
}

function paceOf(campaign: Campaign, days: Breakdown['days']): ReleaseReport['pace'] {
  const [first, last] = [campaign.startsAt, endOf(campaign)].map((at) => dayOf(at, campaign.zone)) as [Day, Day]
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => {
    const day = addDays(first, index)
    const units = days[day]?.paidByHour.reduce((sum, each) => sum + each, 0) ?? 0
    return { day, units }
  })
}

const plus = (left: Count, right: Count): Count => ({
  orders: left.orders + right.orders,
  units: left.units + right.units,
  amount: minor(left.amount + right.amount),
})

/** The largest first; those of the same size by name. */
function partsOf(
  counts: Readonly<Record<string, Count>>,
  nameOf: (key: string) => string = (key) => key,
): readonly ReleasePart[] {
  const all = Object.values(counts).reduce((sum, { units }) => sum + units, 0)
  return Object.entries(counts)
    .map(([key, { orders, units }]) => ({ name: nameOf(key), key, orders, units, share: ratio(units, all) }))
    .sort((left, right) => right.units - left.units || (left.name < right.name ? -1 : 1))
}
