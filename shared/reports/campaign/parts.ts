import type { Market } from '../../campaigns/market'
import { paymentModes, type PaymentMode } from '../../campaigns/paymentMode'
import { noCount, type Count } from '../../campaigns/tally'
import { minor, type Minor } from '../../money'
import { regionName } from '../../orders/details'
import { postalZoneOf, waits, waitWords, type Wait } from '../../orders/grouping'
import { ratio } from '../chartTable'
import type { CampaignFacts } from './facts'
import { postalZoneName } from './postalZones'

/** One part of a whole, such as a region: its name and what falls to it. */
export interface Part extends Count {
  readonly name: string
  /** What it is known by, such as the id of a variant; null where several stand together. */
  readonly key: string | null
  /** Of all units of the whole; null where it has none. */
  readonly share: number | null
}

/** What nothing was told for. */
const untold = 'Not told'

const partsOf = (
  counts: Iterable<readonly [key: string, count: Count]>,
  nameOf: (key: string) => string = (key) => (key === '' ? untold : key),
): readonly Part[] => {
  const known = [...counts]
  const all = known.reduce((sum, [, { units }]) => sum + units, 0)
  return known.map(([key, count]) => ({ name: nameOf(key), key, ...count, share: ratio(count.units, all) }))
}

const mostFirst = (parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((left, right) => right.units - left.units || (left.name < right.name ? -1 : 1))

/** Paid net of cancellations by state or province, the most first. */
export const regionParts = ({ breakdown }: CampaignFacts): readonly Part[] =>
  mostFirst(partsOf(Object.entries(breakdown.groups.regions), (key) => (key === '' ? untold : regionName(key))))

/** Paid net of cancellations by the first digit of the postal code, with the postal zone's name where the market is India. */
export function postalZoneParts({ campaign, breakdown }: CampaignFacts): readonly Part[] {
  const zones = new Map<string, Count>()
  for (const [area, count] of Object.entries(breakdown.groups.postalAreas)) {
    const digit = postalZoneOf(area)
    const known = zones.get(digit)
    zones.set(digit, known === undefined ? count : plus(known, count))
  }
  return mostFirst(partsOf(zones, (digit) => zoneName(digit, campaign.market)))
}

const zoneName = (digit: string, market: Market): string => {
  const name = postalZoneName(digit, market)
  if (digit === '') return untold
  return name === null ? `${digit}…` : `${digit} ${name}`
}

const plus = (left: Count, right: Count): Count => ({
  orders: left.orders + right.orders,
  units: left.units + right.units,
  amount: minor(left.amount + right.amount),
})

/**
 * Paid net of cancellations by the first three digits of the postal code, the most first. Where there are more than `most`, the
 * smaller ones stand together at the end.
 */
export function postalAreaParts({ breakdown }: CampaignFacts, most: number): readonly Part[] {
  const all = mostFirst(partsOf(Object.entries(breakdown.groups.postalAreas)))
  if (all.length <= most) return all
  const others = all.slice(most - 1).reduce((sum: Count, part) => plus(sum, part), noCount)
  const { units: whole } = all.reduce((sum: Count, part) => plus(sum, part), noCount)
  return [
    ...all.slice(0, most - 1),
    { ...others, key: null, name: `${all.length - most + 1} other areas`, share: ratio(others.units, whole) },
  ]
}

/** Paid net of cancellations by variant, those that nobody chose too. */
export const variantParts = ({ tally, variants }: CampaignFacts): readonly Part[] => {
  const known = new Map<string, string>(variants.map(({ id, name }) => [id, name]))
  const unsold = variants.filter(({ id }) => tally.byVariant[id] === undefined)
  const counts = [...Object.entries(tally.byVariant), ...unsold.map(({ id }) => [id, noCount] as const)]
  return mostFirst(partsOf(counts, (key) => known.get(key) ?? 'A variant that was removed'))
}

/** Cancelled units by reason, the most first; `orders` counts cancellations. */
export const reasonParts = ({ breakdown }: CampaignFacts): readonly Part[] =>
  mostFirst(partsOf(Object.entries(breakdown.groups.reasons)))

/** Paid in time by how long it took from the order to the payment, the quickest first; steps that nothing fell into count 0. */
export function waitParts({ breakdown }: CampaignFacts): readonly Part[] {
  if (Object.keys(breakdown.groups.waits).length === 0) return []
  return partsOf(
    waits.map((wait) => [wait, breakdown.groups.waits[wait] ?? noCount]),
    (wait) => waitWords(wait as Wait),
  )
}

const totalNames = { placed: 'Placed', paid: 'Paid in time', net: 'Paid, net of cancellations' }

/** Everything ever placed, what of it was paid in time, and what of that is not cancelled; shares are of what was placed. */
export function totals({ tally: { placed, paid, net } }: CampaignFacts): readonly Part[] {
  if (placed.orders === 0) return []
  const part = (key: keyof typeof totalNames, count: Count): Part => ({
    name: totalNames[key],
    key,
    ...count,
    share: ratio(count.units, placed.units),
  })
  return [part('placed', placed), part('paid', paid), part('net', net)]
}

/** Money of one payment mode, in the campaign's smallest unit. */
export interface ModePart {
  readonly mode: PaymentMode
  readonly payments: number
  readonly captured: Minor
  /** Owed, sent, settled or failed: everything that was promised back. */
  readonly back: Minor
}

/** What came in by each payment mode that was used, the most money first. */
export const modeParts = ({ tally }: CampaignFacts): readonly ModePart[] =>
  paymentModes
    .flatMap((mode): readonly ModePart[] => {
      const money = tally.byMode[mode]
      if (money === undefined) return []
      const { payments, captured, owed, sent, settled, failed } = money
      return [{ mode, payments, captured, back: minor(owed + sent + settled + failed) }]
    })
    .toSorted((left, right) => right.captured - left.captured)
