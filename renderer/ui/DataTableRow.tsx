import { Checkbox } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Column } from './column'
import classes from './DataTable.module.css'

interface DataTableRowProps<Row> {
  readonly row: Row | undefined
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly chosen: boolean
  /** With Shift all from the row that was chosen before. Undefined where rows are not chosen. */
  readonly onChoose?: ((index: number, range: boolean) => void) | undefined
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly toneOf?: ((row: Row) => 'red' | 'yellow' | undefined) | undefined
  /** What the row has opened to; null while it is closed. Undefined where rows do not open to anything. */
  readonly detailOf?: ((row: Row) => ReactNode) | undefined
  /** A CSS grid template of all columns. */
  readonly template: string
  /** Pixels from the top of the list. */
  readonly offset: number
  readonly height: number
  readonly measure?: ((element: Element | null) => void) | undefined
  /** The one row that takes part in the tab order. */
  readonly active: boolean
  readonly onFocus: (index: number) => void
}

export function DataTableRow<Row>({ measure, ...props }: DataTableRowProps<Row>) {
  const { row, index, offset, detailOf } = props
  const detail = row === undefined ? null : (detailOf?.(row) ?? null)
  return (
    <div
      ref={measure}
      role="rowgroup"
      data-item={index}
      className={classes.item}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <Line {...props} opened={detailOf === undefined ? undefined : detail !== null} />
      {detail !== null && (
        <div role="row">
          <div role="gridcell" aria-colspan={props.columns.length}>
            {detail}
          </div>
        </div>
      )}
    </div>
  )
}

interface LineProps<Row> extends Omit<DataTableRowProps<Row>, 'measure'> {
  readonly opened: boolean | undefined
}

function Line<Row>(props: LineProps<Row>) {
  const { row, index, columns, chosen, onChoose, onOpen, active, opened } = props
  const open = (event: React.MouseEvent) => {
    if (row !== undefined && !startsElsewhere(event)) onOpen?.(row)
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onChoose === undefined ? undefined : chosen}
      aria-expanded={opened}
      tabIndex={active ? 0 : -1}
      data-index={index}
      data-opens={onOpen === undefined ? undefined : true}
      data-chosen={chosen || undefined}
      data-tone={row === undefined ? undefined : props.toneOf?.(row)}
      className={classes.row}
      style={{ gridTemplateColumns: props.template, height: props.height }}
      onClick={open}
      onFocus={() => props.onFocus(index)}
    >
      {onChoose !== undefined && (
        <div role="gridcell" className={classes.cell}>
          <Checkbox
            tabIndex={-1}
            aria-label="Select this row"
            checked={chosen}
            disabled={row === undefined}
            onChange={({ nativeEvent }) => onChoose(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
        </div>
      )}
      {columns.map(({ id, cell, align }, place) => (
        <div role="gridcell" key={id} className={classes.cell} data-align={align}>
          {place === 0 && opened !== undefined && (
            <IconChevronRight size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
          )}
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
