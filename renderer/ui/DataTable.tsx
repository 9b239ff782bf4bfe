import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Column, Sort } from './column'
import classes from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { listKey, listPlace, rememberListPlace } from './listPlaces'
import type { Selection } from './selection'
import { toggled } from './toggled'
import { useListKeys } from './useListKeys'
import { useRowSelection } from './useRowSelection'
import { useRowWindow } from './useRowWindow'
import { useShownLate } from './useShownLate'
import { useSortedRows } from './useSortedRows'
import { useSteady } from './useSteady'

export interface DataTableProps<Row> {
  /** Keep it stable (module scope or useMemo). */
  readonly columns: readonly Column<Row>[]
  /** In their order; a row that has not come yet is undefined and shown as a skeleton. */
  readonly rows: readonly (Row | undefined)[]
  /** Where in the whole list the first of `rows` stands. */
  readonly from?: number | undefined
  /** How many rows there are in all, where `rows` holds a part of them. */
  readonly total?: number | undefined
  /** Called with the range in view whenever that changes. */
  readonly onRange?: ((offset: number, limit: number) => void) | undefined
  readonly rowHeight?: number | undefined
  readonly rowKey: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
  /** The pointer or the keys have come to the row, which may be opened next. */
  readonly onNear?: ((row: Row) => void) | undefined
  /** What a row opens to below itself; then Enter and a click open and close that. Instead of `onOpen`. */
  readonly detail?: ((row: Row) => ReactNode) | undefined
  readonly sort?: Sort | null | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** Lets the heads be drawn wider and narrower, in pixels; `onFit` gives a column its own width again. */
  readonly onResize?: ((id: string, width: number) => void) | undefined
  readonly onFit?: ((id: string) => void) | undefined
  readonly selection?: Selection | undefined
  readonly onSelection?: ((selection: Selection) => void) | undefined
  /** Chooses a range whose rows are not all here: whoever has the list asks for their keys. */
  readonly onSelectRange?: ((offset: number, limit: number) => void) | undefined
  readonly loading?: boolean | undefined
  /** Rows stand here that were asked for before, while those asked for now are on their way. */
  readonly busy?: boolean | undefined
  /** What stands here when there is nothing at all. */
  readonly empty: ReactNode
  /** What stands here when filters leave nothing; given while any filter is set. */
  readonly nothingFound?: ReactNode
  readonly ariaLabel: string
  /** At most this high, where its place sets no bound: for a list among other things on a page. */
  readonly maxHeight?: number | undefined
  /** Marks a row that wants attention. */
  readonly toneOf?: ((row: Row) => 'red' | 'yellow' | undefined) | undefined
}

const headHeight = 36
const skeletonRows = 8

/** Neither scrolling the list nor drawing its page again draws a row again that stays what it was. */
const Row = memo(DataTableRow) as typeof DataTableRow

/** A list: 36 px rows, fixed head, only what is in view is in the page; j k or arrows move, Enter opens, x selects, Shift+X all from the one before. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { rows, from = 0, rowHeight = 36, loading = false, maxHeight, onSelection } = props
  const [ownSort, setOwnSort] = useState<Sort | null>(props.sort ?? null)
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null)
  const sorted = useSortedRows(rows, props.columns, sort)
  const rowAt = (index: number): Item | undefined => sorted[index - from]
  const late = useShownLate(loading)
  const count = loading && sorted.length === 0 ? (late ? skeletonRows : 0) : (props.total ?? sorted.length)
  const details = useDetails(props)

  const [left] = useState(() => listPlace(listKey(props.ariaLabel)))
  const { scroller, measure, first, last, height, topOf, offset, toTop, reveal } = useRowWindow({
    count,
    rowHeight,
    headHeight,
    begin: left.offset,
  })
  useTopAgain(props.onRange, toTop)
  useRange(props.onRange, first, last)

  const choosing = useRowSelection({ ...props, rowAt })
  const { active, setActive, onKeyDown, grid } = useListKeys({
    onOpen: details.open,
    onChoose: choosing.choose,
    rowAt,
    count,
    first: left.active,
    reveal,
  })
  useRemembered(props.ariaLabel, { known: sorted.length > 0, first, active, offset })
  const open = useSteady((row: Item) => details.open?.(row))
  const near = useSteady((row: Item) => props.onNear?.(row))
  const choose = useSteady((index: number, range: boolean) => choosing.choose?.(index, range))

  if (!loading && count === 0) return <div className={classes.nothing}>{props.nothingFound ?? props.empty}</div>
  const template = gridTemplate(props)
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
  return (
    <div ref={scroller} className={classes.scroller} style={maxHeight === undefined ? undefined : { maxHeight }}>
      <div
        role={props.detail === undefined ? 'grid' : 'treegrid'}
        aria-label={props.ariaLabel}
        aria-rowcount={count + 1}
        aria-busy={loading || props.busy === true}
        aria-multiselectable={onSelection !== undefined}
        className={classes.grid}
        ref={grid}
        style={{ height }}
        onKeyDown={onKeyDown}
      >
        <DataTableHead {...props} total={count} sort={sort} template={template} onSort={props.onSort ?? setOwnSort} />
        {shown.map((index) => {
          const row = rowAt(index)
          return (
            <Row
              key={index}
              row={row}
              index={index}
              columns={props.columns}
              chosen={choosing.chosen(row)}
              onChoose={choosing.choose && choose}
              onOpen={details.open && open}
              onNear={near}
              tone={row && props.toneOf?.(row)}
              detail={details.shownFor && (row === undefined ? null : details.shownFor(row))}
              template={template}
              offset={topOf(index)}
              height={rowHeight}
              measure={measure}
              active={index === active}
              onFocus={setActive}
            />
          )
        })}
      </div>
    </div>
  )
}

const gridTemplate = <Row,>({ columns, onSelection }: DataTableProps<Row>): string =>
  [...(onSelection === undefined ? [] : ['36px']), ...columns.map(({ width }) => width ?? 'minmax(80px, 1fr)')].join(
    ' ',
  )

/** While a list is scrolled fast its ranges are asked for at most this often. */
const rangeEvery = 60

function useRange(onRange: DataTableProps<never>['onRange'], first: number, last: number): void {
  const toldAt = useRef(-rangeEvery)
  useEffect(() => {
    if (onRange === undefined) return
    const tell = () => {
      toldAt.current = performance.now()
      onRange(first, last - first + 1)
    }
    const wait = toldAt.current + rangeEvery - performance.now()
    if (wait <= 0) {
      tell()
      return
    }
    const timer = setTimeout(tell, wait)
    return () => clearTimeout(timer)
  }, [onRange, first, last])
}

/** Another filter or order is another list, which begins at its top. Who asks for ranges asks with another function then. */
function useTopAgain(onRange: DataTableProps<never>['onRange'], toTop: () => void): void {
  const before = useRef(onRange)
  useEffect(() => {
    if (before.current !== onRange) toTop()
    before.current = onRange
  })
}

interface Remembered {
  /** False while the rows are still on their way. */
  readonly known: boolean
  readonly first: number
  readonly active: number
  /** Pixels from the top. */
  readonly offset: () => number
}

/** Keeps where the list stands for when somebody comes back to its address. */
function useRemembered(name: string, { known, first, active, offset }: Remembered): void {
  useEffect(() => {
    if (known) rememberListPlace(listKey(name), { offset: offset(), active })
  }, [name, known, first, active, offset])
}

/** Which rows stand open, where rows open to a detail. */
function useDetails<Row>({ detail, rowKey, onOpen }: DataTableProps<Row>) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  if (detail === undefined) return { open: onOpen, shownFor: undefined }
  return {
    open: (row: Row) => setOpened((old) => toggled(old, rowKey(row))),
    shownFor: (row: Row) => (opened.has(rowKey(row)) ? detail(row) : null),
  }
}
