import type { Campaign } from '../../../shared/campaigns/campaign'
import { postalZoneOf, waitOf } from '../../../shared/orders/grouping'
import { orderStates } from '../../../shared/orders/order'
import type { OrderFilter } from '../../../shared/orders/requests'
import { dayOf, instant, minute, timeOfDay, type Zone } from '../../../shared/time'
import { weekdayOf } from '../../../shared/weekday'
import type { OrderShard } from './orderShard'

type Fits = (row: number) => boolean

/** What is asked of a campaign before any of its orders is looked at. */
export const isCampaignWanted = (
  { campaignId, market, startedFrom, startedTo }: OrderFilter,
  campaign: Campaign,
): boolean =>
  (campaignId === null || campaignId === campaign.id) &&
  (market === undefined || market === campaign.market) &&
  (startedFrom === undefined || campaign.startsAt >= startedFrom) &&
  (startedTo === undefined || campaign.startsAt <= startedTo)

/** Whether anything is asked that `detailsOf` tells. */
export const asksDetails = (filter: OrderFilter): boolean =>
  groupings(filter).length > 0 || filter.reason !== undefined || filter.wait !== undefined || filter.event !== undefined

/** What is asked of groups: of which one, and which of its texts fit. */
function groupings(
  filter: OrderFilter,
): readonly (readonly [name: keyof OrderShard['groups']['columns'], fits: (text: string) => boolean])[] {
  const { variantId, offerId, region, postalArea, postalAreasBut, postalZone } = filter
  const is = (wanted: string) => (text: string) => text === wanted
  return [
    ...(variantId === undefined ? [] : [['variant', is(variantId)] as const]),
    ...(offerId === undefined ? [] : [['offer', is(offerId)] as const]),
    ...(region === undefined ? [] : [['region', is(region)] as const]),
    ...(postalArea === undefined ? [] : [['postalArea', is(postalArea)] as const]),
    ...(postalAreasBut === undefined
      ? []
      : [['postalArea', (area: string) => !postalAreasBut.includes(area)] as const]),
    ...(postalZone === undefined ? [] : [['postalArea', (area: string) => postalZoneOf(area) === postalZone] as const]),
  ]
}

/** Whether a row of the campaign fits all that is asked of groups, cancellations, waits and events; each is told from columns alone. */
export function detailsOf(shard: OrderShard, campaign: Campaign, filter: OrderFilter): readonly Fits[] {
  const { groups } = shard
  const { reason, wait } = filter
  const wanted = groupings(filter).map(([name, fits]): Fits => {
    const fitting = groups.texts[name].fitting(fits)
    const column = groups.columns[name]
    return (row) => fitting[column.get(row)] === true
  })
  return [
    ...wanted,
    ...(reason === undefined ? [] : [ofReason(shard, reason)]),
    ...(wait === undefined ? [] : [ofWait(shard, wait)]),
    ...(filter.event === undefined ? [] : [ofEvent(shard, filter.event, withinOf(filter, campaign.zone))]),
  ]
}

/** The orders that rows of another table name, those of its rows that fit. */
function marked(shard: OrderShard, table: { readonly rows: number; readonly order: Numbers }, fits: Fits): Fits {
  const marks = new Uint8Array(shard.rows)
  for (let row = 0; row < table.rows; row += 1) if (fits(row)) marks[table.order.get(row)] = 1
  return (row) => marks[row] === 1
}

interface Numbers {
  readonly get: (row: number) => number
}

function ofReason(shard: OrderShard, reason: string): Fits {
  const { columns, reasons, rows } = shard.cancellations
  const fitting = reasons.fitting((text) => text === reason)
  const fits: Fits = (row) => fitting[columns.reason.get(row)] === true && shard.cancellations.stands(row)
  return marked(shard, { rows, order: columns.order }, fits)
}

function ofWait(shard: OrderShard, wait: NonNullable<OrderFilter['wait']>): Fits {
  const { payments, paymentRows: rows, columns } = shard
  const { order, inTime, paidAt } = payments
  const fits: Fits = (row) =>
    inTime.get(row) === 1 && waitOf(instant(columns.placedAt.get(order.get(row))), instant(paidAt.get(row))) === wait
  return marked(shard, { rows, order }, fits)
}

type Within = (at: number) => boolean

function ofEvent(shard: OrderShard, event: NonNullable<OrderFilter['event']>, within: Within): Fits {
  const { payments, paymentRows, cancellations, refunds, columns } = shard
  const paying = { rows: paymentRows, order: payments.order }
  switch (event) {
    case 'paid':
      return marked(shard, paying, (row) => payments.inTime.get(row) === 1 && within(payments.paidAt.get(row)))
    case 'captured':
      return marked(shard, paying, (row) => within(payments.paidAt.get(row)))
    case 'cancelled': {
      const { order, at } = cancellations.columns
      const fits: Fits = (row) => cancellations.tookPaid(row) && within(at.get(row))
      return marked(shard, { rows: cancellations.rows, order }, fits)
    }
    case 'refunded': {
      const { order, settledAt } = refunds.columns
      const fits: Fits = (row) => settledAt.get(row) !== 0 && within(settledAt.get(row))
      return marked(shard, { rows: refunds.rows, order }, fits)
    }
    case 'lapsed': {
      const lapsed = orderStates.indexOf('lapsed')
      // A lapse is on record as of the end of the payment window.
      return (row) => columns.standing.get(row) === lapsed && within(columns.payBy.get(row))
    }
  }
}

/** Zones keep whole quarters of an hour from UTC, so all of a quarter has one hour of the clock and one day. */
const quarter = 15 * minute

interface ClockPlace {
  readonly hour: number
  readonly weekday: number
}

/** What clocks show takes its time to tell, and orders come in the same few quarters. */
const clocks = new Map<Zone, Map<number, ClockPlace>>()

/** Four years of quarters. */
const mostKnown = 4 * 366 * 96

function clockPlace(at: number, zone: Zone): ClockPlace {
  const known = clocks.get(zone) ?? new Map<number, ClockPlace>()
  clocks.set(zone, known)
  const place = Math.floor(at / quarter)
  const found = known.get(place)
  if (found) return found
  const began = instant(place * quarter)
  const told = { hour: Number(timeOfDay(began, zone).slice(0, 2)), weekday: weekdayOf(dayOf(began, zone)) }
  if (known.size >= mostKnown) known.clear()
  known.set(place, told)
  return told
}

function withinOf({ eventFrom, eventTo, eventHour, eventWeekday }: OrderFilter, zone: Zone): Within {
  const [from, to] = [eventFrom ?? -Infinity, eventTo ?? Infinity]
  const within: Within = (at) => at >= from && at <= to
  if (eventHour === undefined && eventWeekday === undefined) return within
  return (at) => {
    if (!within(at)) return false
    const { hour, weekday } = clockPlace(at, zone)
    return (eventHour === undefined || hour === eventHour) && (eventWeekday === undefined || weekday === eventWeekday)
  }
}
