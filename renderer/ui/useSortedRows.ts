import {
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Column, Sort } from './column'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { words: sortFn_alphanumeric, numbers: sortFn_basic },
})

interface Line<Row> {
  readonly row: Row
}

/**
 * The rows in the order of `sort`, by the columns' own values. `null` where the page itself sorts: then the order of
 * the rows is left alone.
 */
export function useSortedRows<Row>(
  rows: readonly (Row | undefined)[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly (Row | undefined)[] {
  const value = columns.find(({ id }) => id === sort?.id)?.sort
  const here = typeof value === 'function'
  const data = useMemo<Line<Row>[]>(
    () => (here ? rows.flatMap((row) => (row === undefined ? [] : [{ row }])) : []),
    [here, rows],
  )
  const definitions = useMemo(
    () =>
      columns.flatMap((column): ColumnDef<typeof features, Line<Row>>[] => {
        const valueOf = column.sort
        if (typeof valueOf !== 'function') return []
        const first = data[0]
        const numeric = first !== undefined && typeof valueOf(first.row) === 'number'
        return [{ id: column.id, accessorFn: ({ row }) => valueOf(row), sortFn: numeric ? 'numbers' : 'words' }]
      }),
    [columns, data],
  )
  const sorting = useMemo<SortingState>(
    () => (here && sort !== null ? [{ id: sort.id, desc: sort.descending }] : []),
    [here, sort],
  )
  const table = useTable({ features, columns: definitions, data, state: { sorting } })
  return here ? table.getRowModel().rows.map(({ original }) => original.row) : rows
}
