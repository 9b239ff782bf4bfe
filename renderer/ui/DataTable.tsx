import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Column, Sort } from './column'
import classes from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
import { DataTableRow } from './DataTableRow'
import { toggled } from './toggled'
import { useListKeys } from './useListKeys'
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
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  readonly loading?: boolean | undefined
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
const borders = 2
const skeletonRows = 8
const beyondView = 12

/** A list: 36 px rows, fixed head, only what is in view is in the page; j k or arrows move, Enter opens, x selects. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowHeight = 36, loading = false, maxHeight, onSelect } = props
  const [ownSort, setOwnSort] = useState<Sort | null>(props.sort ?? null)
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null)
  const sorted = useSortedRows(rows, props.columns, sort)
  const late = useShownLate(loading)
  const count = loading && sorted.length === 0 ? (late ? skeletonRows : 0) : (props.total ?? sorted.length)
  const details = useDetails(props)

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
  })
  const items = virtualizer.getVirtualItems()
  useRange(props.onRange, items.at(0)?.index ?? 0, items.at(-1)?.index ?? 0)

  const keys = useListKeys({
    ...props,
    onOpen: details.open,
    rows: sorted,
    count,
    reveal: (index) => virtualizer.scrollToIndex(index),
  })

  if (!loading && count === 0) return <div className={classes.nothing}>{props.nothingFound ?? props.empty}</div>
  const template = gridTemplate(props)
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ height: virtualizer.getTotalSize() + borders, ...(maxHeight === undefined ? {} : { maxHeight }) }}
    >
      <div
        role={props.detail === undefined ? 'grid' : 'treegrid'}
        aria-label={props.ariaLabel}
        aria-rowcount={count + 1}
        aria-busy={loading}
        aria-multiselectable={onSelect !== undefined}
        className={classes.grid}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        <DataTableHead {...props} rows={sorted} sort={sort} template={template} onSort={props.onSort ?? setOwnSort} />
        {items.map(({ index, start }) => (
          <DataTableRow
            key={index}
            {...props}
            row={sorted[index]}
            index={index}
            template={template}
            offset={start}
            height={rowHeight}
            active={index === keys.active}
            onFocus={keys.setActive}
            onOpen={details.open}
            detailOf={details.shownFor}
            measure={props.detail === undefined ? undefined : virtualizer.measureElement}
          />
        ))}
      </div>
    </div>
  )
}

const gridTemplate = <Row,>({ columns, onSelect }: DataTableProps<Row>): string =>
  [...(onSelect === undefined ? [] : ['36px']), ...columns.map(({ width }) => width ?? 'minmax(80px, 1fr)')].join(' ')

function useRange(onRange: DataTableProps<never>['onRange'], first: number, last: number): void {
  useEffect(() => onRange?.(first, last - first + 1), [onRange, first, last])
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
