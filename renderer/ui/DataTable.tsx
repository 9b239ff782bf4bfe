import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Column, Sort } from './column'
import classes from './DataTable.module.css'
import { DataTableHead } from './DataTableHead'
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
  /** Grows with its rows up to this height instead of filling its place. */
  readonly maxHeight?: number | undefined
  /** Marks a row that wants attention. */
  readonly toneOf?: ((row: Row) => 'red' | 'yellow' | undefined) | undefined
}

const headHeight = 36
const skeletonRows = 8
const beyondView = 12

/** A list: 36 px rows, fixed head, only what is in view is in the page; j k or arrows move, Enter opens, x selects. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowHeight = 36, loading = false, onRange, ariaLabel, maxHeight } = props
  const [ownSort, setOwnSort] = useState<Sort | null>(props.sort ?? null)
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null)
  const sorted = useSortedRows(rows, columns, sort)
  const late = useShownLate(loading)
  const count = loading && sorted.length === 0 ? (late ? skeletonRows : 0) : (props.total ?? sorted.length)

  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: beyondView,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: { width: 800, height: 600 },
  })
  const items = virtualizer.getVirtualItems()
  useRange(onRange, items.at(0)?.index ?? 0, items.at(-1)?.index ?? 0)

  const keys = useListKeys({ ...props, rows: sorted, count, reveal: (index) => virtualizer.scrollToIndex(index) })
  const template = [
    ...(props.onSelect === undefined ? [] : ['36px']),
    ...columns.map(({ width }) => width ?? 'minmax(80px, 1fr)'),
  ].join(' ')

  if (!loading && count === 0) return <div className={classes.nothing}>{props.nothingFound ?? props.empty}</div>
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={
        maxHeight === undefined ? undefined : { flex: 'none', maxHeight, height: headHeight + count * rowHeight + 2 }
      }
    >
      <div
        role="grid"
        aria-label={ariaLabel}
        aria-rowcount={count + 1}
        aria-busy={loading}
        aria-multiselectable={props.onSelect !== undefined}
        className={classes.grid}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        <DataTableHead {...props} rows={sorted} sort={sort} template={template} onSort={props.onSort ?? setOwnSort} />
        {items.map(({ index, start, size }) => (
          <DataTableRow
            key={index}
            {...props}
            row={sorted[index]}
            index={index}
            template={template}
            place={{ transform: `translateY(${start - headHeight}px)`, height: size }}
            active={index === keys.active}
            onFocus={() => keys.setActive(index)}
          />
        ))}
      </div>
    </div>
  )
}

function useRange(onRange: DataTableProps<never>['onRange'], first: number, last: number): void {
  useEffect(() => onRange?.(first, last - first + 1), [onRange, first, last])
}

interface DataTableRowProps<Row> extends Omit<DataTableProps<Row>, 'rows'> {
  readonly row: Row | undefined
  readonly index: number
  readonly template: string
  readonly place: { readonly transform: string; readonly height: number }
  readonly active: boolean
  readonly onFocus: () => void
}

function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { row, index, columns, rowKey, selected, onSelect, onOpen, template, place, active } = props
  const key = row === undefined ? undefined : rowKey(row)
  const chosen = key !== undefined && selected?.has(key) === true
  const open = (event: React.MouseEvent) => {
    if (row === undefined || onOpen === undefined || startsElsewhere(event)) return
    onOpen(row)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onSelect === undefined ? undefined : chosen}
      tabIndex={active ? 0 : -1}
      data-index={index}
      data-opens={onOpen === undefined ? undefined : true}
      data-chosen={chosen || undefined}
      data-tone={row === undefined ? undefined : props.toneOf?.(row)}
      className={classes.row}
      style={{ gridTemplateColumns: template, ...place }}
      onClick={open}
      onFocus={props.onFocus}
    >
      {onSelect !== undefined && (
        <div role="gridcell" className={classes.cell}>
          <Checkbox
            tabIndex={-1}
            aria-label="Select this row"
            checked={chosen}
            disabled={key === undefined}
            onChange={() => key !== undefined && onSelect(toggled(selected, key))}
          />
        </div>
      )}
      {columns.map(({ id, cell, align }) => (
        <div role="gridcell" key={id} className={classes.cell} data-align={align}>
          {row === undefined ? <span className={classes.skeleton} /> : cell(row)}
        </div>
      ))}
    </div>
  )
}

/** A click on something of its own in the row (a link, a button, a box), or the end of marking text, does not open the row. */
function startsElsewhere(event: React.MouseEvent): boolean {
  const inner = event.target instanceof Element ? event.target.closest('a, button, input, label') : null
  return inner !== null || window.getSelection()?.isCollapsed === false
}

/** The set with `key` in it if it was not, without it if it was. */
export function toggled(selected: ReadonlySet<string> | undefined, key: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return next
}
