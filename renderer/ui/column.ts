import type { ReactNode } from 'react'

/** One column of a DataTable. */
export interface Column<Row> {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** A CSS grid track: `120px`, `minmax(160px, 2fr)`. Default `minmax(80px, 1fr)`. */
  readonly width?: string
  readonly align?: 'left' | 'right'
  /** Makes the head sort: by this value where all rows are here, `true` where the page sorts (`onSort`). */
  readonly sort?: true | ((row: Row) => string | number)
  /** Numbers and instants usually want their largest first. */
  readonly descendingFirst?: boolean
}

export interface Sort {
  readonly id: string
  readonly descending: boolean
}
