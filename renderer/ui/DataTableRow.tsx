import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode, RefCallback } from 'react'
import { ActiveRow } from './activeRow'
import type { Column } from './column'
import classes from './DataTable.module.css'
import { RowBox } from './RowBox'

interface DataTableRowProps<Row> {
  readonly row: Row | undefined
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly chosen: boolean
  /** With Shift all from the row that was chosen before. Undefined where rows are not chosen. */
  readonly onChoose?: ((index: number, range: boolean) => void) | undefined
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly onNear: (row: Row) => void
  readonly tone?: 'red' | 'yellow' | undefined
  /** What the row has opened to; null while it is closed. Undefined where rows do not open to anything. */
  readonly detail?: ReactNode
  /** A CSS grid template of all columns. */
  readonly template: string
  /** Pixels from the top of the list. */
  readonly offset: number
  readonly height: number
  /** Takes note of how high the row is, where it may stand open. */
  readonly measure: RefCallback<HTMLElement>
  /** The one row that takes part in the tab order. */
  readonly active: boolean
  readonly onFocus: (index: number) => void
}

export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { index, offset, detail, measure } = props
  const place = { transform: `translateY(${offset}px)` }
  if (detail === undefined) return <Line {...props} place={place} />
  return (
    <div ref={measure} role="rowgroup" data-item={index} className={classes.item} style={place}>
      <Line {...props} opened={detail !== null} />
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

interface LineProps<Row> extends DataTableRowProps<Row> {
  readonly opened?: boolean
  /** Where it stands by itself; undefined within a row that may stand open. */
  readonly place?: { readonly transform: string }
}

function Line<Row>(props: LineProps<Row>) {
  const { row, index, columns, chosen, onChoose, onOpen, active, opened, place } = props
  const open = (event: React.MouseEvent) => {
    if (row !== undefined && !startsElsewhere(event)) onOpen?.(row)
  }
  const near = () => {
    if (row !== undefined) props.onNear(row)
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
      data-tone={props.tone}
      data-alone={place === undefined ? undefined : true}
      className={classes.row}
      style={{ gridTemplateColumns: props.template, height: props.height, ...place }}
      onClick={open}
      onPointerEnter={near}
      onFocus={() => {
        near()
        props.onFocus(index)
      }}
    >
      {row === undefined && <div role="gridcell" aria-colspan={columns.length} className={classes.skeleton} />}
      {row !== undefined && onChoose !== undefined && (
        <div role="gridcell" className={classes.cell}>
          <RowBox tabIndex={-1} label="Select this row" checked={chosen} onChoose={(range) => onChoose(index, range)} />
        </div>
      )}
      {row !== undefined &&
        columns.map(({ id, cell, align }, column) => (
          <div role="gridcell" key={id} className={classes.cell} data-align={align}>
            {column === 0 && opened !== undefined && (
              <IconChevronRight size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
            )}
            <ActiveRow value={active}>{cell(row)}</ActiveRow>
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
