import type { Count } from '../../campaigns/tally'
import { minor } from '../../money'
import type { Order } from '../../orders/order'
import { dayOf, hour, type Day, type Instant, type Zone } from '../../time'
import { dayLimits } from '../dayLimits'
import { emptyGroups, type Breakdown, type BreakdownTerms, type DayBreakdown, type Groups } from './breakdown'
import { tellBreakdown, type DayMoney, type Hourly } from './contribution'

/** A sum that is moved in place: a campaign has hundreds of them, and every command on an order moves some. */
interface Sum {
  orders: number
  units: number
  amount: number
}

const noSum = (): Sum => ({ orders: 0, units: 0, amount: 0 })

/** The longest day that any zone ever had, in hours. */
const hoursOfDay = 26

const hourly: readonly Hourly[] = ['paid', 'cancelled', 'lapsed']

interface DaySums {
  /** Units: the hours of `paid`, then of `cancelled`, then of `lapsed`. */
  readonly hours: Int32Array
  readonly lapsed: Sum
  readonly shipped: Sum
  captured: number
  owed: number
  refunded: number
}

const noDay = (): DaySums => ({
  hours: new Int32Array(hourly.length * hoursOfDay),
  lapsed: noSum(),
  shipped: noSum(),
  captured: 0,
  owed: 0,
  refunded: 0,
})

type GroupSums = { readonly [Name in keyof Groups<never>]: Map<string, Sum> }

const groupNames = Object.keys(emptyGroups) as (keyof Groups<never>)[]

/**
 * Keeps a campaign's breakdown up while its orders change: what an order contributed before is taken away, what it contributes
 * afterwards is added. Mutable, unlike the records, because it is moved with every command and holds thousands of numbers.
 */
export class BreakdownCounter {
  readonly #days = new Map<Day, DaySums>()
  readonly #groups: GroupSums = {
    regions: new Map(),
    postalAreas: new Map(),
    reasons: new Map(),
    offers: new Map(),
    waits: new Map(),
    promises: new Map(),
    toShip: new Map(),
  }
  #told: Breakdown | null = null

  /** Goes on from a breakdown that was told. */
  static from({ days, groups }: Breakdown): BreakdownCounter {
    const counter = new BreakdownCounter()
    for (const [day, told] of Object.entries(days)) counter.#days.set(day as Day, dayFrom(told))
    for (const name of groupNames) {
      for (const [key, count] of Object.entries(groups[name])) counter.#groups[name].set(key, { ...count })
    }
    return counter
  }

  /** Adds (`1`) or takes away (`-1`) what the order contributes. */
  move(order: Order, terms: BreakdownTerms, sign: 1 | -1): void {
    this.#told = null
    const { zone } = terms
    tellBreakdown(order, terms, {
      units: (which, at, units) => {
        const day = dayOf(at, zone)
        const place = hourly.indexOf(which) * hoursOfDay + hourOf(at, day, zone)
        const { hours } = this.#day(day)
        hours[place] = (hours[place] ?? 0) + sign * units
      },
      counted: (which, at, count) => move(this.#day(dayOf(at, zone))[which], count, sign),
      money: (which, at, amount) => {
        const day: Record<DayMoney, number> = this.#day(dayOf(at, zone))
        day[which] += sign * amount
      },
      grouped: (name, key, count) => {
        const sums = this.#groups[name]
        const sum = sums.get(key) ?? noSum()
        move(sum, count, sign)
        sums.set(key, sum)
      },
    })
  }

  /** The breakdown as it stands; the same object until an order changes. */
  told(): Breakdown {
    this.#told ??= {
      days: Object.fromEntries(
        [...this.#days]
          .filter(([, day]) => !isNothing(day))
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([day, sums]) => [day, toldDay(sums)]),
      ),
      groups: {
        regions: toldGroup(this.#groups.regions),
        postalAreas: toldGroup(this.#groups.postalAreas),
        reasons: toldGroup(this.#groups.reasons),
        offers: toldGroup(this.#groups.offers),
        waits: toldGroup(this.#groups.waits),
        promises: toldGroup(this.#groups.promises),
        toShip: toldGroup(this.#groups.toShip),
      },
    }
    return this.#told
  }

  #day(day: Day): DaySums {
    const known = this.#days.get(day)
    if (known) return known
    const made = noDay()
    this.#days.set(day, made)
    return made
  }
}

function move(sum: Sum, { orders, units, amount }: Count, sign: 1 | -1): void {
  sum.orders += sign * orders
  sum.units += sign * units
  sum.amount += sign * amount
}

/** Whole hours since that day began in the zone. */
const hourOf = (at: Instant, day: Day, zone: Zone): number =>
  Math.min(hoursOfDay - 1, Math.max(0, Math.floor((at - dayLimits(day, zone).start) / hour)))

const isNone = ({ orders, units, amount }: Sum): boolean => orders === 0 && units === 0 && amount === 0

const isNothing = ({ hours, lapsed, shipped, captured, owed, refunded }: DaySums): boolean =>
  captured === 0 &&
  owed === 0 &&
  refunded === 0 &&
  isNone(lapsed) &&
  isNone(shipped) &&
  hours.every((each) => each === 0)

const toldSum = ({ orders, units, amount }: Sum): Count => ({ orders, units, amount: minor(amount) })

function toldGroup(sums: ReadonlyMap<string, Sum>): Readonly<Record<string, Count>> {
  const known = [...sums].filter(([, sum]) => !isNone(sum)).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(known.map(([key, sum]) => [key, toldSum(sum)]))
}

function hoursTold(hours: Int32Array, which: Hourly): readonly number[] {
  const from = hourly.indexOf(which) * hoursOfDay
  const own = [...hours.subarray(from, from + hoursOfDay)]
  return own.slice(0, own.findLastIndex((units) => units !== 0) + 1)
}

const toldDay = ({ hours, lapsed, shipped, captured, owed, refunded }: DaySums): DayBreakdown => ({
  paidByHour: hoursTold(hours, 'paid'),
  cancelledByHour: hoursTold(hours, 'cancelled'),
  lapsedByHour: hoursTold(hours, 'lapsed'),
  lapsed: toldSum(lapsed),
  shipped: toldSum(shipped),
  captured: minor(captured),
  owed: minor(owed),
  refunded: minor(refunded),
})

function dayFrom(told: DayBreakdown): DaySums {
  const hours = new Int32Array(hourly.length * hoursOfDay)
  const known = { paid: told.paidByHour, cancelled: told.cancelledByHour, lapsed: told.lapsedByHour }
  for (const [index, which] of hourly.entries()) hours.set(known[which], index * hoursOfDay)
  const { lapsed, shipped, captured, owed, refunded } = told
  return { hours, lapsed: { ...lapsed }, shipped: { ...shipped }, captured, owed, refunded }
}
