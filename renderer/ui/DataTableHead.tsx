import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { ColumnEdge } from './ColumnEdge'
import type { Column, Sort } from './column'
import classes from './DataTable.module.css'

interface DataTableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly (Row | undefined)[]
  readonly total?: number | undefined
  readonly rowKey: (row: Row) => string
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  readonly template: string
  readonly onResize?: ((id: string, width: number) => void) | undefined
  readonly onFit?: ((id: string) => void) | undefined
}

export function DataTableHead<Row>(props: DataTableHeadProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: props.template }}>
      {props.onSelect !== undefined && <SelectAll {...props} onSelect={props.onSelect} />}
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

/** Only where every row is here: "all" must never mean "those that happened to be loaded". */
function SelectAll<Row>(props: DataTableHeadProps<Row> & { readonly onSelect: (keys: ReadonlySet<string>) => void }) {
  const { rows, total, rowKey, selected, onSelect } = props
  const here = rows.filter((row) => row !== undefined)
  const complete = here.length > 0 && here.length === (total ?? rows.length)
  const chosen = selected?.size ?? 0
  return (
    <div role="columnheader" className={classes.headCell}>
      {complete ? (
        <Checkbox
          aria-label="Select all rows"
          checked={chosen === here.length}
          indeterminate={chosen > 0 && chosen < here.length}
          onChange={() => onSelect(chosen === here.length ? new Set() : new Set(here.map(rowKey)))}
        />
      ) : (
        <span className="out-of-sight">Selected</span>
      )}
    </div>
  )
}
