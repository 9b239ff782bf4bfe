import type { Cell } from '../../shared/cell'

export type SheetRows = AsyncIterable<readonly (readonly Cell[])[]>

/** Rows under heads, on their way into a file: some hundred at a time, never all. */
export interface Sheet {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: SheetRows
}
