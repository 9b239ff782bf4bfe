import { setImmediate } from 'node:timers/promises'
import { textCell, type Cell, type ListColumn } from '../../shared/cell'
import type { Currency } from '../../shared/money'
import type { Zone } from '../../shared/time'
import type { Progress } from '../longDeed'
import type { CampaignWithTally, WalkedList } from '../store/store'
import type { SheetRows } from './sheet'

/** A list as it is exported: what is in it, and what is said about it. */
export interface ListSheet {
  /** "Orders". */
  readonly name: string
  /** The filters that are set and the order of rows, in words. */
  readonly words: readonly string[]
  /** The same without what may name a person. */
  readonly impersonal: readonly string[]
  readonly zones: readonly Zone[]
  readonly heads: readonly string[]
  /** How many rows there will be; null where that is known when the last one is written. */
  readonly total: number | null
  readonly rows: (progress: Progress) => SheetRows
}

interface Told {
  readonly zone: Zone
  readonly currency: Currency
}

export interface ListColumns<Row> {
  readonly zones: readonly Zone[]
  readonly heads: readonly string[]
  readonly cellsOf: (row: Row) => readonly Cell[]
}

/** What a column can tell is only known of a row; these are the ones that speak of money or of time. */
export interface ColumnKinds {
  readonly money: readonly string[]
  readonly instants: readonly string[]
}

/**
 * The chosen columns. Their heads say which zone and currency is meant; where the campaigns have several, each row says its own in a
 * column of its own.
 */
export function columnsFor<Row extends Told>(
  chosen: readonly ListColumn<string, Row>[],
  kinds: ColumnKinds,
  campaigns: readonly CampaignWithTally[],
): ListColumns<Row> {
  const zones = [...new Set(campaigns.map(({ campaign }) => campaign.zone))]
  const currencies = [...new Set(campaigns.map(({ campaign }) => campaign.currency))]
  const has = (ids: readonly string[]): boolean => chosen.some(({ id }) => ids.includes(id))
  const oneOf = (values: readonly string[]): string => (values.length === 1 ? ` (${values[0] ?? ''})` : '')
  const extra: ListColumn<string, Row>[] = [
    ...(has(kinds.money) && currencies.length > 1
      ? [{ id: 'currency', head: 'Currency', cell: (row: Row) => textCell(row.currency) }]
      : []),
    ...(has(kinds.instants) && zones.length > 1
      ? [{ id: 'zone', head: 'Zone', cell: (row: Row) => textCell(row.zone) }]
      : []),
  ]
  const columns = [...chosen, ...extra]
  return {
    zones,
    heads: columns.map(({ id, head }) => {
      if (kinds.money.includes(id)) return head + oneOf(currencies)
      return kinds.instants.includes(id) ? head + oneOf(zones) : head
    }),
    cellsOf: (row) => columns.map(({ cell }) => cell(row)),
  }
}

/** A millisecond or two of reading. */
const sliceLength = 200

/** The cells of a walked list, slice by slice; between two of them everyone else gets their turn. */
export async function* rowsOf<Found, Row>(
  walked: WalkedList<Found>,
  rowsFrom: (found: readonly Found[]) => readonly Row[] | Promise<readonly Row[]>,
  cellsOf: (row: Row) => readonly Cell[],
  progress: Progress,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let from = 0; from < walked.total; from += sliceLength) {
    progress(from, walked.total)
    yield (await rowsFrom(await walked.slice(from, sliceLength))).map(cellsOf)
    await setImmediate()
  }
  progress(walked.total, walked.total)
}
