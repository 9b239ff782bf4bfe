import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { ColumnEdge } from './ColumnEdge'
import type { Column, Sort } from './column'
import { grouped } from './counts'
import classes from './DataTable.module.css'
import { RowBox } from './RowBox'
import { countSelected, everythingSelected, nothingSelected, type Selection } from './selection'

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly total: number
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
  readonly selection?: Selection | undefined
  readonly onSelection?: ((selection: Selection) => void) | undefined
  readonly template: string
  readonly onResize?: ((id: string, width: number) => void) | undefined
  readonly onFit?: ((id: string) => void) | undefined
}

export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: props.template }}>
      {props.onSelection !== undefined && (
        <SelectAll total={props.total} selection={props.selection} onSelection={props.onSelection} />
      )}
      {props.columns.map((column) => (
        <HeadCell key={column.id} {...props} column={column} />
      ))}
    </div>
  )
}

interface HeadCellProps<Row> extends Pick<DataTableHeadProps<Row>, 'sort' | 'onSort' | 'onResize' | 'onFit'> {
  readonly column: Column<Row>
}

function HeadCell<Row>({ column, sort, onSort, onResize, onFit }: HeadCellProps<Row>) {
  const { id, head, align } = column
  const edge = onResize !== undefined && (
    <ColumnEdge head={head} onResize={(width) => onResize(id, width)} onFit={() => onFit?.(id)} />
  )
  if (column.sort === undefined) {
    return (
      <div role="columnheader" className={classes.headCell} data-align={align}>
        <span className={classes.headWord}>{head}</span>
        {edge}
      </div>
    )
  }
  const sorted = sort?.id === id ? sort : null
  const Arrow = sorted?.descending === true ? IconArrowDown : IconArrowUp
  const next = sorted === null ? (column.descendingFirst ?? false) : !sorted.descending
  return (
    <div
      role="columnheader"
      aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
      className={classes.headCell}
      data-align={align}
    >
      <button type="button" className={classes.sortButton} onClick={() => onSort({ id, descending: next })}>
        {head}
        <Arrow size={13} aria-hidden className={classes.arrow} data-shown={sorted !== null || undefined} />
      </button>
      {edge}
    </div>
  )
}

/** All that the list has, however few are in the page: it says how many, and never means "those that happened to be loaded". */
function SelectAll({ total, selection = nothingSelected, onSelection }: SelectAllProps) {
  const chosen = countSelected(selection, total)
  const every = chosen === total && total > 0
  return (
    <div role="columnheader" className={classes.headCell}>
      <RowBox
        label={`Select all ${grouped(total)}`}
        checked={every}
        indeterminate={chosen > 0 && !every}
        onChoose={() => onSelection(every ? nothingSelected : everythingSelected)}
      />
    </div>
  )
}

interface SelectAllProps {
  readonly total: number
  readonly selection?: Selection | undefined
  readonly onSelection: (selection: Selection) => void
}
