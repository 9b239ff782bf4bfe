import type { CampaignId } from '../../ids'
import { dayOf, daysBetween, type Day, type Instant } from '../../time'
import type { CampaignFacts } from './facts'

/** Orders of one campaign that are promised to ship by the same day. */
export interface Due {
  /** From today in the campaign's zone; negative where the promise is broken. */
  readonly inDays: number
  readonly orders: number
  readonly units: number
  /** When they were placed, days of the campaign's zone: those to ship of these days are these orders. */
  readonly placedFrom: Day
  readonly placedTo: Day
}

/**
 * What a funded campaign has still to ship, by the day it is promised for (`shipBy`), that is overdue the longest first. A campaign that
 * is not funded owes no shipment yet.
 */
export function duesOf({ campaign, breakdown }: CampaignFacts, at: Instant): readonly Due[] {
  const { fundedAt, zone, shippingPromise } = campaign
  if (fundedAt === null) return []
  const today = dayOf(at, zone)
  const earliest = shippingPromise.base === 'funding' ? dayOf(fundedAt, zone) : null
  const dues = new Map<Day, Due>()
  for (const [day, { orders, units }] of Object.entries(breakdown.groups.toShip)) {
    const placed = day as Day
    const from = earliest !== null && placed < earliest ? earliest : placed
    const known = dues.get(from)
    dues.set(from, {
      inDays: daysBetween(today, from) + shippingPromise.days,
      orders: orders + (known?.orders ?? 0),
      units: units + (known?.units ?? 0),
      placedFrom: known !== undefined && known.placedFrom < placed ? known.placedFrom : placed,
      placedTo: known !== undefined && known.placedTo > placed ? known.placedTo : placed,
    })
  }
  return [...dues.values()].sort((left, right) => left.inDays - right.inDays)
}

/** How many days from today on stand by themselves; what is promised for later stands together. */
export const daysApart = 14

/** How many campaigns stand by themselves; the others stand together. */
const linesApart = 12

/** What is due in one field of the picture; null where nothing is. */
export interface PromiseCell {
  readonly orders: number
  readonly units: number
  readonly placedFrom: Day
  readonly placedTo: Day
}

export interface PromiseLine {
  /** Null for all other campaigns together. */
  readonly campaignId: CampaignId | null
  /** Of the product; empty for the others. */
  readonly productName: string
  /** How many campaigns it stands for. */
  readonly campaigns: number
  /** Overdue, then a field a day from today on, then later. */
  readonly cells: readonly (PromiseCell | null)[]
}

export interface Promises {
  /** Today in the main market. */
  readonly today: Day
  /** The most pressing campaigns first. */
  readonly lines: readonly PromiseLine[]
  readonly overdueOrders: number
  readonly orders: number
}

/** The shipping promises that are not kept yet, campaign by due day. The most overdue first, then what is due the soonest. */
export function promisesOf(campaigns: readonly CampaignFacts[], today: Day, at: Instant): Promises {
  const lines = campaigns
    .flatMap((facts) => lineOf(facts, duesOf(facts, at)) ?? [])
    .sort((left, right) => overdueIn(right) - overdueIn(left) || firstIn(left) - firstIn(right))
  const apart = lines.slice(0, lines.length > linesApart + 1 ? linesApart : lines.length)
  const others = lines.slice(apart.length)
  const together = others.reduce<PromiseLine | null>(
    (sum, line) => (sum === null ? { ...line, campaignId: null, productName: '' } : addLine(sum, line)),
    null,
  )
  return {
    today,
    lines: together === null ? apart : [...apart, together],
    overdueOrders: lines.reduce((sum, { cells }) => sum + (cells[0]?.orders ?? 0), 0),
    orders: lines.reduce((sum, { cells }) => sum + ordersIn(cells), 0),
  }
}

const ordersIn = (cells: readonly (PromiseCell | null)[]): number =>
  cells.reduce((sum, cell) => sum + (cell?.orders ?? 0), 0)

const overdueIn = ({ cells }: PromiseLine): number => cells[0]?.orders ?? 0

/** The first field with anything in it. */
const firstIn = ({ cells }: PromiseLine): number => cells.findIndex((cell) => cell !== null)

function lineOf({ campaign, productName }: CampaignFacts, dues: readonly Due[]): PromiseLine | null {
  if (dues.length === 0) return null
  const cells: (PromiseCell | null)[] = Array.from({ length: daysApart + 2 }, () => null)
  for (const { inDays, ...due } of dues) {
    const place = Math.min(daysApart + 1, Math.max(0, inDays + 1))
    cells[place] = addCell(cells[place] ?? null, due)
  }
  return { campaignId: campaign.id, productName, campaigns: 1, cells }
}

const addLine = (sum: PromiseLine, line: PromiseLine): PromiseLine => ({
  ...sum,
  campaigns: sum.campaigns + line.campaigns,
  cells: sum.cells.map((cell, place) => addCell(cell, line.cells[place] ?? null)),
})

function addCell(left: PromiseCell | null, right: PromiseCell | null): PromiseCell | null {
  if (left === null || right === null) return left ?? right
  return {
    orders: left.orders + right.orders,
    units: left.units + right.units,
    placedFrom: left.placedFrom < right.placedFrom ? left.placedFrom : right.placedFrom,
    placedTo: left.placedTo > right.placedTo ? left.placedTo : right.placedTo,
  }
}
