import { useRef } from 'react'
import { isSelected, withSelected, withToggled, type Selection } from './selection'

export interface RowSelectionOptions<Row> {
  /** Undefined where it has not come yet. */
  readonly rowAt: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly selection?: Selection | undefined
  readonly onSelection?: ((selection: Selection) => void) | undefined
  /** Chooses a range whose rows are not all here: the page asks for their keys. */
  readonly onSelectRange?: ((offset: number, limit: number) => void) | undefined
}

/** Choosing rows one by one, and with Shift all from the row that was chosen last. */
export function useRowSelection<Row>(options: RowSelectionOptions<Row>) {
  const { rowAt, rowKey, selection, onSelection, onSelectRange } = options
  const last = useRef<number | null>(null)

  const choose = (index: number, range: boolean) => {
    const row = rowAt(index)
    if (row === undefined || selection === undefined || onSelection === undefined) return
    const from = range ? (last.current ?? index) : index
    last.current = index
    if (from === index) {
      onSelection(withToggled(selection, rowKey(row)))
      return
    }
    const [first, end] = [Math.min(from, index), Math.max(from, index) + 1]
    const keys: string[] = []
    for (let each = first; each < end; each += 1) {
      const here = rowAt(each)
      if (here === undefined) {
        onSelectRange?.(first, end - first)
        return
      }
      keys.push(rowKey(here))
    }
    onSelection(withSelected(selection, keys))
  }

  return {
    choose: onSelection === undefined ? undefined : choose,
    chosen: (row: Row | undefined): boolean =>
      row !== undefined && selection !== undefined && isSelected(selection, rowKey(row)),
  }
}
