import type { Currency, Minor } from './money'
import type { Instant, Zone } from './time'

/** What stands in one column of one row, on screen and in an exported sheet alike; null where nothing does. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'money'; readonly amount: Minor; readonly currency: Currency }
  | { readonly kind: 'instant'; readonly at: Instant; readonly zone: Zone }
  | null

/** A column of a list: the one place that says what it is called and what it tells of a row. */
export interface ListColumn<Id extends string, Row> {
  readonly id: Id
  readonly head: string
  readonly cell: (row: Row) => Cell
}

export const textCell = (text: string | null): Cell => (text === null || text === '' ? null : { kind: 'text', text })
export const countCell = (count: number): Cell => ({ kind: 'count', count })
export const moneyCell = (amount: Minor, currency: Currency): Cell => ({ kind: 'money', amount, currency })
export const instantCell = (at: Instant | null, zone: Zone): Cell =>
  at === null ? null : { kind: 'instant', at, zone }
