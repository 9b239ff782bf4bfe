import { useQueries, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { RequestInput, RequestOutput } from '../shared/requests'
import type { Page } from '../shared/request'
import { minute } from '../shared/time'
import { ask, loadedWithout, type Loaded } from './api'

/** Requests that answer a slice of a long list. */
type SliceName = 'orders.page' | 'refunds.page' | 'audit.page' | 'bulk.report' | 'sheets.courierRows'
export type SliceFilter<Name extends SliceName> = Omit<RequestInput<Name>, 'offset' | 'limit'>
type RowOf<Name extends SliceName> = RequestOutput<Name> extends Page<infer Row> ? Row : never

/** Rows are asked in blocks, so that scrolling back finds them in memory. */
const blockSize = 100

/** Rows beyond those in view that are asked for before anybody comes to them. */
const ahead = 40

/** How long blocks are kept that nobody looks at: whoever drags through a list of a million leaves thousands behind. */
const keptFor = minute

export interface Slices<Name extends SliceName> {
  /** The latest slice, for what it tells besides its rows. */
  readonly of: Loaded<RequestOutput<Name>>
  /** Those around what is in view; those on their way are undefined. */
  readonly rows: readonly (RowOf<Name> | undefined)[]
  /** Where in the whole list the first of them stands. */
  readonly from: number
  /** Of a list whose slices do not tell how long it is: as much of it as they reach. */
  readonly total: number
  readonly loading: boolean
  readonly onRange: (offset: number, limit: number) => void
}

interface Shown<Name extends SliceName> {
  readonly answers: readonly (RequestOutput<Name> | undefined)[]
  readonly first: RequestOutput<Name> | undefined
  readonly rows: readonly (RowOf<Name> | undefined)[]
  readonly from: number
  readonly total: number
  readonly refreshing: boolean
  readonly failure: Error | null
  readonly retry: () => void
}

/** Asks for the list's first block before anything is drawn: what a page does first when another list is wanted. */
export function askFirst<Name extends SliceName>(client: QueryClient, name: Name, filter: SliceFilter<Name>): void {
  // Where it fails, the page that asks for the same a moment later says so.
  client.query(blockOf(name, filter, 0)).catch(() => undefined)
}

function blockOf<Name extends SliceName>(name: Name, filter: SliceFilter<Name>, block: number) {
  const input = { ...filter, offset: block * blockSize, limit: blockSize } as RequestInput<Name>
  return { queryKey: [name, input], queryFn: () => ask(name, input), gcTime: keptFor }
}

/** A long list by ranges: asks for what comes into view, shows the last answer while a new filter is on its way. */
export function useSlices<Name extends SliceName>(name: Name, filter: SliceFilter<Name>): Slices<Name> {
  const written = JSON.stringify(filter)
  const [range, setRange] = useState({ written, first: 0, last: 0 })
  // Another filter is another list: it begins at its top.
  const { first, last } = range.written === written ? range : { first: 0, last: 0 }
  const blocks = useMemo(() => Array.from({ length: last - first + 1 }, (_, index) => first + index), [first, last])

  const results = useQueries({ queries: blocks.map((block) => blockOf(name, filter, block)) })
  const shown: Shown<Name> = combineBlocks<Name>(results, first)
  const kept = useKept(shown)
  const onRange = useCallback(
    (offset: number, limit: number) => {
      const from = Math.floor(Math.max(0, offset - ahead) / blockSize)
      const to = Math.floor(Math.max(offset, offset + limit - 1 + ahead) / blockSize)
      setRange((old) =>
        old.written === written && old.first === from && old.last === to ? old : { written, first: from, last: to },
      )
    },
    [written],
  )

  const visible = shown.first === undefined ? kept : shown
  const of: Loaded<RequestOutput<Name>> =
    shown.failure !== null || visible?.first === undefined
      ? loadedWithout(shown.failure, shown.retry)
      : { state: 'loaded', value: visible.first, refreshing: shown.first === undefined || shown.refreshing }
  const { rows, from, total } = visible ?? noRows
  return { of, rows, from, total, loading: of.state === 'loading', onRange }
}

function combineBlocks<Name extends SliceName>(
  results: readonly UseQueryResult<RequestOutput<Name>>[],
  firstBlock: number,
): Shown<Name> {
  const answered = results.find(({ data }) => data !== undefined)?.data
  const ends = results.map(({ data }, index) =>
    data === undefined || data.rows.length === 0 ? 0 : (firstBlock + index) * blockSize + data.rows.length,
  )
  const total = answered && 'total' in answered ? answered.total : Math.max(0, ...ends)
  const from = firstBlock * blockSize
  const rows = new Array<RowOf<Name> | undefined>(Math.max(0, Math.min(total - from, results.length * blockSize)))
  results.forEach(({ data }, index) => {
    ;(data?.rows as readonly RowOf<Name>[] | undefined)?.forEach((row, place) => {
      const here = index * blockSize + place
      if (here < rows.length) rows[here] = row
    })
  })
  return {
    answers: results.map(({ data }) => data),
    first: answered,
    rows,
    from,
    total,
    refreshing: results.some(({ isFetching }) => isFetching),
    failure: results.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    retry: () => results.forEach((result) => void result.refetch()),
  }
}

const noRows = { rows: [], from: 0, total: 0 }

/** What was last shown of any list. It is told apart by its answers: comparing row by row would cost more than drawing them. */
function useKept<Name extends SliceName>(shown: Shown<Name>): Shown<Name> | null {
  const [kept, setKept] = useState<Shown<Name> | null>(null)
  const isKept =
    kept?.answers.length === shown.answers.length && kept.answers.every((one, at) => one === shown.answers[at])
  if (shown.first === undefined || isKept) return kept
  setKept(shown)
  return shown
}
