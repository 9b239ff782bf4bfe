import { comparableName } from '../comparableName'
import { minute, type Instant } from '../time'
import type { Order } from './order'

/** The state or province that an order goes to. People write the same one in capitals and with spaces; it is one. Empty where none is told. */
export const regionOf = ({ supporter }: Order): string => comparableName(supporter.address.region)

/** The first three characters of the postal code: in India the sorting district. */
export const postalAreaOf = ({ supporter }: Order): string => supporter.address.postalCode.slice(0, 3)

/** The first character of a postal area: in India one of nine zones. */
export const postalZoneOf = (area: string): string => area.slice(0, 1)

/** How long a supporter took to pay, in minutes: up to each of these, or longer than all of them. */
export const waits = ['1', '2', '5', '10', '15', '20', '30', '60', 'longer'] as const
export type Wait = (typeof waits)[number]

const limits = waits.map((wait) => (wait === 'longer' ? Infinity : Number(wait)))

/** The clock may have jumped, so it may seem to have taken less than nothing. */
export function waitOf(placedAt: Instant, paidAt: Instant): Wait {
  const minutes = (paidAt - placedAt) / minute
  return waits[limits.findIndex((limit) => minutes <= limit)] ?? 'longer'
}

/** "up to 1 min", "1–2 min", "over an hour". */
export function waitWords(wait: Wait): string {
  if (wait === 'longer') return 'over an hour'
  const before = waits[waits.indexOf(wait) - 1]
  return before === undefined ? `up to ${wait} min` : `${before}–${wait} min`
}
