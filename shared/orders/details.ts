import { z } from 'zod'
import { marketFacts, markets } from '../campaigns/market'
import { comparableName } from '../comparableName'
import { idSchema, type OfferId, type VariantId } from '../ids'
import { instantSchema, lineSchema } from '../request'
import { addDays, dayOf, shortDay, startOfDay, type Instant, type Zone } from '../time'
import { weekdays } from '../weekday'
import { waits, waitWords } from './grouping'

/**
 * What can happen to an order on a day besides being placed: paid in time, any money coming in, paid units given up, the payment window
 * closing, a refund arriving. A lapse counts from when it is on record.
 */
export const orderEvents = ['paid', 'captured', 'cancelled', 'lapsed', 'refunded'] as const
export type OrderEvent = (typeof orderEvents)[number]

const postalArea = z.string().max(3)

/**
 * By what reports tell orders apart, with the same rules as theirs (`grouping.ts`). All of it is optional: what is left out is not asked.
 * Jobs keep their filter, and those of before this was asked have none of it.
 */
export const orderDetailShape = {
  market: z.enum(markets).optional(),
  /** Of campaigns that start within, both inclusive. */
  startedFrom: instantSchema.optional(),
  startedTo: instantSchema.optional(),
  variantId: idSchema<VariantId>().optional(),
  /** Bought with that offer. */
  offerId: idSchema<OfferId>().optional(),
  /** However it is written; empty where none is told. */
  region: lineSchema(100).transform(comparableName).optional(),
  postalArea: postalArea.optional(),
  /** In none of these. */
  postalAreasBut: z.array(postalArea).max(100).optional(),
  /** The first character of the postal code; empty where none is told. */
  postalZone: z.string().max(1).optional(),
  /** Of a cancellation that stands. */
  reason: lineSchema(100).optional(),
  /** From placing it to the payment that counted. */
  wait: z.enum(waits).optional(),
  /** Something that happened, at any time or within these, both inclusive. */
  event: z.enum(orderEvents).optional(),
  eventFrom: instantSchema.optional(),
  eventTo: instantSchema.optional(),
  /** What the clocks of the campaign's zone showed when it happened. */
  eventHour: z.int().min(0).max(23).optional(),
  /** Monday is 0. */
  eventWeekday: z.int().min(0).max(6).optional(),
}

export type OrderDetails = Readonly<z.output<z.ZodObject<typeof orderDetailShape>>>

/** What ids in a filter stand for; null until it is known. */
export interface FilterNames {
  readonly campaign: string | null
  readonly variant: string | null
  readonly offer: string | null
}

/** Where nothing is told of a region or a postal code. */
const told = (text: string): string => (text === '' ? 'not told' : text)

/** A region is kept in small letters, so that it is one however people write it. */
export const regionName = (name: string): string =>
  name.replace(/(^|[\s(./&-])(\p{Ll})/gu, (_whole, before: string, letter: string) => before + letter.toUpperCase())

const eventWords: Record<OrderEvent, string> = {
  paid: 'Paid in time',
  captured: 'Money came in',
  cancelled: 'Cancelled after payment',
  lapsed: 'Lapsed',
  refunded: 'Refund arrived',
}

/** "Paid in time", "Money came in". */
export const orderEventWords = (event: OrderEvent): string => eventWords[event]

/** Parts that are told together, by the one that they are told as. */
type ToldAlone = Exclude<keyof OrderDetails, 'startedTo' | 'eventFrom' | 'eventTo' | 'eventHour' | 'eventWeekday'>

/** What is asked of details, in words; null where nothing is. `zone` says whose days are meant. */
export function detailWords(of: OrderDetails, zone: Zone, names: FilterNames): Record<ToldAlone, string | null> {
  const say = <Value>(value: Value | undefined, words: (value: Value) => string): string | null =>
    value === undefined ? null : words(value)
  const from = of.startedFrom ?? of.startedTo
  return {
    market: say(of.market, (market) => `Market: ${marketFacts[market].name}`),
    startedFrom: say(from, () => `Campaign started${spanWords(of.startedFrom, of.startedTo, zone)}`),
    variantId: say(of.variantId, () => `Variant: ${names.variant ?? '…'}`),
    offerId: say(of.offerId, () => `Offer: ${names.offer ?? '…'}`),
    region: say(of.region, (region) => `State or region: ${told(regionName(region))}`),
    postalArea: say(of.postalArea, (area) => `Postal area: ${told(area)}`),
    postalAreasBut: say(of.postalAreasBut, (areas) => `Postal area none of ${areas.map(told).join(', ')}`),
    postalZone: say(of.postalZone, (first) => `Postal zone: ${told(first)}`),
    reason: say(of.reason, (reason) => `Cancelled because: ${reason}`),
    wait: say(of.wait, (wait) => `Paid after: ${waitWords(wait)}`),
    event: say(
      of.event,
      (event) => `${eventWords[event]}${spanWords(of.eventFrom, of.eventTo, zone)}${clockWords(of)}`,
    ),
  }
}

/** " on 12 Apr 2018", " from 12 Apr 2018 to 14 Apr 2018"; empty where there are no limits. */
function spanWords(from: Instant | undefined, to: Instant | undefined, zone: Zone): string {
  if (from !== undefined && to !== undefined && isWholeDay(from, to, zone)) return ` on ${shortDay(from, zone)}`
  const words = [
    from === undefined ? '' : ` from ${shortDay(from, zone)}`,
    to === undefined ? '' : ` to ${shortDay(to, zone)}`,
  ]
  return words.join('')
}

/** Whether both lie in one day of the zone, so that they mean that day. */
export const isWholeDay = (from: Instant, to: Instant, zone: Zone): boolean =>
  dayOf(from, zone) === dayOf(to, zone) && to < startOfDay(addDays(dayOf(from, zone), 1), zone)

/** ", on Mondays, 20:00–21:00". */
function clockWords({ eventHour, eventWeekday }: OrderDetails): string {
  const day = weekdays[eventWeekday ?? -1]
  const two = (clock: number): string => `${String(clock % 24).padStart(2, '0')}:00`
  const time = eventHour === undefined ? '' : `, ${two(eventHour)}–${two(eventHour + 1)}`
  return `${day === undefined ? '' : `, on ${day}s`}${time}`
}
