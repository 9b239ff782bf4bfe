import { useCallback, useRef } from 'react'
import { isSelected, withSelected, withToggled, type Selection } from './selection'

export interface RowSelectionOptions<Row> {
  readonly rows: readonly (Row | undefined)[]
  readonly rowKey: (row: Row) => string
  readonly selection?: Selection | undefined
  readonly onSelection?: ((selection: Selection) => void) | undefined
  /** Chooses a range whose rows are not all here: the page asks for their keys. */
  readonly onSelectRange?: ((offset: number, limit: number) => void) | undefined
}

/** Choosing rows one by one, and with Shift all from the row that was chosen last. */
export function useRowSelection<Row>(options: RowSelectionOptions<Row>) {
  const { rows, rowKey, selection, onSelection, onSelectRange } = options
  const last = useRef<number | null>(null)

  const choose = useCallback(
    (index: number, range: boolean) => {
      const row = rows[index]
      if (row === undefined || selection === undefined || onSelection === undefined) return
      const from = range ? (last.current ?? index) : index
      last.current = index
      if (from === index) {
        onSelection(withToggled(selection, rowKey(row)))
        return
      }
      const [first, end] = [Math.min(from, index), Math.max(from, index) + 1]
      const keys = rows.slice(first, end).flatMap((each) => (each === undefined ? [] : [rowKey(each)]))
      if (keys.length === end - first) onSelection(withSelected(selection, keys))
      else onSelectRange?.(first, end - first)
    },
    [rows, rowKey, selection, onSelection, onSelectRange],
  )

  return {
    choose: onSelection === undefined ? undefined : choose,
    chosen: (row: Row | undefined): boolean =>
      row !== undefined && selection !== undefined && isSelected(selection, rowKey(row)),
  }
}
