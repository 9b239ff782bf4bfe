import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Column, Sort } from './column'
import classes from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { listKey, listPlace, rememberListPlace } from './listPlaces'
import type { Selection } from './selection'
import { toggled } from './toggled'
import { useListKeys } from './useListKeys'
import { useRowSelection } from './useRowSelection'
import { useShownLate } from './useShownLate'
import { useSortedRows } from './useSortedRows'

export interface DataTableProps<Row> {
  /** Keep it stable (module scope or useMemo). */
  readonly columns: readonly Column<Row>[]
  /** By position; a row that has not come yet is undefined and shown as a skeleton. */
  readonly rows: readonly (Row | undefined)[]
  /** How many rows there are in all, where `rows` holds a part of them. */
  readonly total?: number | undefined
  /** Called with the range in view whenever that changes. */
  readonly onRange?: ((offset: number, limit: number) => void) | undefined
  readonly rowHeight?: number | undefined
  readonly rowKey: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
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
const beyondView = 12

/** Scrolling moves the list, not its rows: those that stay in view are not drawn again. */
const Row = memo(DataTableRow) as typeof DataTableRow

/** A list: 36 px rows, fixed head, only what is in view is in the page; j k or arrows move, Enter opens, x selects, Shift+X all from the one before. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { rows, rowHeight = 36, loading = false, maxHeight, onSelection } = props
  const [ownSort, setOwnSort] = useState<Sort | null>(props.sort ?? null)
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null)
  const sorted = useSortedRows(rows, props.columns, sort)
  const late = useShownLate(loading)
  const count = loading && sorted.length === 0 ? (late ? skeletonRows : 0) : (props.total ?? sorted.length)
  const details = useDetails(props)

  const [left] = useState(() => listPlace(listKey(props.ariaLabel)))
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: beyondView,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    indexAttribute: 'data-item',
    initialRect: { width: 800, height: 600 },
    initialOffset: left.offset,
  })
  const items = virtualizer.getVirtualItems()
  const first = items.at(0)?.index ?? 0
  useTopAgain(props.onRange, () => virtualizer.scrollToOffset(0))
  useRange(props.onRange, first, items.at(-1)?.index ?? 0)

  const choosing = useRowSelection({ ...props, rows: sorted })
  const keys = useListKeys({
    onOpen: details.open,
    onChoose: choosing.choose,
    rows: sorted,
    count,
    first: left.active,
    reveal: (index) => virtualizer.scrollToIndex(index),
  })
  useRemembered(props.ariaLabel, { known: sorted.length > 0, first, active: keys.active, scroller })

  if (!loading && count === 0) return <div className={classes.nothing}>{props.nothingFound ?? props.empty}</div>
  const template = gridTemplate(props)
  return (
    <div ref={scroller} className={classes.scroller} style={maxHeight === undefined ? undefined : { maxHeight }}>
      <div
        role={props.detail === undefined ? 'grid' : 'treegrid'}
        aria-label={props.ariaLabel}
        aria-rowcount={count + 1}
        aria-busy={loading || props.busy === true}
        aria-multiselectable={onSelection !== undefined}
        className={classes.grid}
        ref={keys.grid}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        <DataTableHead {...props} total={count} sort={sort} template={template} onSort={props.onSort ?? setOwnSort} />
        {items.map(({ index, start }) => (
          <Row
            key={index}
            row={sorted[index]}
            index={index}
            columns={props.columns}
            chosen={choosing.chosen(sorted[index])}
            onChoose={choosing.choose}
            onOpen={details.open}
            toneOf={props.toneOf}
            detailOf={details.shownFor}
            template={template}
            offset={start}
            height={rowHeight}
            measure={props.detail === undefined ? undefined : virtualizer.measureElement}
            active={index === keys.active}
            onFocus={keys.setActive}
          />
        ))}
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
  readonly scroller: RefObject<HTMLElement | null>
}

/** Keeps where the list stands for when somebody comes back to its address. */
function useRemembered(name: string, { known, first, active, scroller }: Remembered): void {
  useEffect(() => {
    if (known) rememberListPlace(listKey(name), { offset: scroller.current?.scrollTop ?? 0, active })
  }, [name, known, first, active, scroller])
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
