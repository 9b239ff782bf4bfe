import type { CampaignState } from '../../campaigns/campaign'
import { hasEnded } from '../../campaigns/campaignState'
import type { Market } from '../../campaigns/market'
import { measured, targetNumber } from '../../campaigns/progress'
import type { CampaignView } from '../../campaigns/requests'
import type { Count } from '../../campaigns/tally'
import type { CampaignId, MakerId } from '../../ids'
import type { Currency } from '../../money'
import { categoryChoices, sameCategory } from '../../products/category'
import { dayLength, dayOf, type Day, type Instant } from '../../time'
import { ratio } from '../chartTable'
import { atShares, byDayRun, curveOf } from './curve'
import { quartilesOf, type Quartiles } from './quartiles'

/** Campaigns are laid over each other by how much of their time is over, or by the day since their start. */
export const compareAxes = ['share', 'day'] as const
export type CompareAxis = (typeof compareAxes)[number]

/** What is compared: the share of the target, units, or amounts. */
export const compareMeasures = ['target', 'units', 'money'] as const
export type CompareMeasure = (typeof compareMeasures)[number]

export const compareOutcomes = ['running', 'funded', 'not funded'] as const
export type CompareOutcome = (typeof compareOutcomes)[number]

/** As many as can be told apart. */
export const mostLines = 8

/** A campaign with what it can be chosen by. */
export interface ComparedFacts extends CampaignView {
  /** That of its product; empty where it has none. */
  readonly category: string
  readonly makerId: MakerId | null
  readonly makerName: string
}

export interface CompareAsk {
  readonly axis: CompareAxis
  readonly measure: CompareMeasure
  /** Empty for those without one. */
  readonly category: string | null
  readonly makerId: MakerId | null
  readonly market: Market | null
  /** The quarter in which it started, "2018-Q2". */
  readonly season: string | null
  readonly outcome: CompareOutcome | null
  /** Which have a line of their own; the latest where none is chosen. */
  readonly chosen: readonly CampaignId[]
}

/** One campaign of the comparison. Rates and shares are null where there is nothing to divide by. */
export interface CompareRow {
  readonly id: CampaignId
  readonly productName: string
  /** Empty where its product has none. */
  readonly category: string
  readonly makerName: string
  readonly market: Market
  readonly state: CampaignState
  readonly startedOn: Day
  /** The bar of now: paid net of cancellations ÷ target. */
  readonly share: number | null
  readonly units: number
  /** In its currency's smallest unit. */
  readonly amount: number
  readonly currency: Currency
  /** From the start to the instant it was funded; null where it was not. */
  readonly daysToFunded: number | null
  /** Units given up after payment ÷ units paid. */
  readonly cancellationRate: number | null
  /** Orders that lapsed ÷ orders placed. */
  readonly lapseRate: number | null
  /** Its place among the lines, or null where it is one of the others. */
  readonly line: number | null
}

export interface ComparePoint {
  /** A share of the timeline, 0 to 1, or a day: 1 is the day of the start. */
  readonly x: number
  /** Of each line, in their order; null where it has not come that far. */
  readonly lines: readonly (number | null)[]
  /** Of the others; null where fewer than three have come that far. */
  readonly others: Quartiles | null
}

export interface CompareReport {
  readonly axis: CompareAxis
  /** The one asked for, or the share of the target where amounts would be of several currencies. */
  readonly measure: CompareMeasure
  /** Of all that fit, where they have one in common. */
  readonly currency: Currency | null
  /** All that fit, the latest first. */
  readonly rows: readonly CompareRow[]
  /** Those with a line, in its order. */
  readonly lines: readonly CampaignId[]
  readonly points: readonly ComparePoint[]
  readonly choices: CompareChoices
}

/** What can be chosen by, of all campaigns that have started. */
export interface CompareChoices {
  /** By the alphabet; the empty one, for campaigns without, is last. */
  readonly categories: readonly string[]
  readonly makers: readonly { readonly id: MakerId; readonly name: string }[]
  readonly markets: readonly Market[]
  /** The latest first. */
  readonly seasons: readonly string[]
}

/** Lays campaigns over each other: the chosen ones as lines, the others as their middle and quartiles. */
export function compareOf(all: readonly ComparedFacts[], ask: CompareAsk, at: Instant): CompareReport {
  const started = all
    .filter(({ campaign }) => campaign.launchedAt !== null && campaign.startsAt <= at)
    .sort((left, right) => right.campaign.startsAt - left.campaign.startsAt)
  const fitting = started.filter((facts) => fits(facts, ask, at))
  const currency = onlyOne(fitting.map(({ campaign }) => campaign.currency))
  const measure = ask.measure === 'money' && currency === null ? 'target' : ask.measure
  const lines = linesOf(fitting, ask.chosen)
  return {
    axis: ask.axis,
    measure,
    currency,
    rows: fitting.map((facts) => rowOf(facts, lines)),
    lines: lines.map(({ campaign }) => campaign.id),
    points: pointsOf(fitting, lines, { axis: ask.axis, measure, at }),
    choices: choicesOf(started),
  }
}

function fits({ campaign, category, makerId }: ComparedFacts, ask: CompareAsk, at: Instant): boolean {
  const outcome: CompareOutcome =
    campaign.fundedAt !== null ? 'funded' : hasEnded(campaign, at) ? 'not funded' : 'running'
  return (
    (ask.category === null || sameCategory(category, ask.category)) &&
    (ask.makerId === null || makerId === ask.makerId) &&
    (ask.market === null || campaign.market === ask.market) &&
    (ask.season === null || seasonOf(campaign) === ask.season) &&
    (ask.outcome === null || outcome === ask.outcome)
  )
}

/** The quarter of its zone's calendar in which a campaign started: "2018-Q2". */
export function seasonOf({ startsAt, zone }: ComparedFacts['campaign']): string {
  const day = dayOf(startsAt, zone)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const onlyOne = <Value>(values: readonly Value[]): Value | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null

/** Those chosen, in that order, as far as they fit; the latest where none of them does. */
function linesOf(fitting: readonly ComparedFacts[], chosen: readonly CampaignId[]): readonly ComparedFacts[] {
  const found = [...new Set(chosen)].flatMap((id) => fitting.find(({ campaign }) => campaign.id === id) ?? [])
  return (found.length === 0 ? fitting : found).slice(0, mostLines)
}

function rowOf(facts: ComparedFacts, lines: readonly ComparedFacts[]) {
  const { campaign, tally, state, productName, category, makerName } = facts
  const { id, market, zone, startsAt, fundedAt, target, currency } = campaign
  const line = lines.findIndex((each) => each.campaign.id === id)
  return {
    id,
    productName,
    category,
    makerName,
    market,
    state,
    startedOn: dayOf(startsAt, zone),
    share: ratio(measured(tally.net, target), targetNumber(target)),
    units: tally.net.units,
    amount: tally.net.amount,
    currency,
    daysToFunded: fundedAt === null ? null : Math.round(((fundedAt - startsAt) / dayLength) * 10) / 10,
    cancellationRate: ratio(tally.paid.units - tally.net.units, tally.paid.units),
    lapseRate: ratio(tally.lapsed.orders, tally.placed.orders),
    line: line === -1 ? null : line,
  }
}

/** Every fiftieth of the timeline. */
const shares = Array.from({ length: 51 }, (_each, place) => place / 50)

interface Drawn {
  readonly axis: CompareAxis
  readonly measure: CompareMeasure
  readonly at: Instant
}

function pointsOf(fitting: readonly ComparedFacts[], lines: readonly ComparedFacts[], drawn: Drawn) {
  const own = lines.map((facts) => valuesOf(facts, drawn))
  const others = fitting.filter((facts) => !lines.includes(facts)).map((facts) => valuesOf(facts, drawn))
  const length =
    drawn.axis === 'share' ? shares.length : Math.max(0, ...[...own, ...others].map((values) => values.length))
  return Array.from({ length }, (_each, place): ComparePoint => ({
    x: drawn.axis === 'share' ? (shares[place] ?? 1) : place + 1,
    lines: own.map((values) => values[place] ?? null),
    others: quartilesOf(others.flatMap((values) => values[place] ?? [])),
  }))
}

function valuesOf({ campaign, tally }: ComparedFacts, { axis, measure, at }: Drawn): readonly (number | null)[] {
  const { target } = campaign
  const of: Readonly<Record<CompareMeasure, (count: Count) => number>> = {
    target: (count) => measured(count, target),
    units: ({ units }) => units,
    money: ({ amount }) => amount,
  }
  const values =
    axis === 'day'
      ? byDayRun(campaign, tally, of[measure], at)
      : atShares(curveOf(campaign, tally, of[measure], at), shares)
  // Within a day there are parts of units.
  return values.map((value) =>
    value === null ? null : measure === 'target' ? ratio(value, targetNumber(target)) : Math.round(value),
  )
}

const choicesOf = (started: readonly ComparedFacts[]): CompareChoices => ({
  categories: categoryChoices(started.map(({ category }) => category)),
  makers: [...new Map(started.map(({ makerId, makerName }) => [makerId, makerName]))]
    .flatMap(([id, name]) => (id === null ? [] : [{ id, name }]))
    .sort((left, right) => left.name.localeCompare(right.name, 'en')),
  markets: [...new Set(started.map(({ campaign }) => campaign.market))],
  seasons: [...new Set(started.map(({ campaign }) => seasonOf(campaign)))].sort().reverse(),
})
