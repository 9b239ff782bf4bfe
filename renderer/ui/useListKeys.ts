import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

interface ListKeysOptions<Row> {
  /** Undefined where it has not come yet. */
  readonly rowAt: (index: number) => Row | undefined
  readonly count: number
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly onChoose?: ((index: number, range: boolean) => void) | undefined
  /** The row that had the keys when the list was left. */
  readonly first: number
  /** Scrolls a row into view. */
  readonly reveal: (index: number) => void
}

/** How far Page Up and Page Down go. */
const page = 15

/** The keys of a list: j k, arrows, Page Up and Down, Home, End move; Enter opens; x selects, with Shift all from the row before. One row takes part in the tab order. */
export function useListKeys<Row>(options: ListKeysOptions<Row>) {
  const [wished, setActive] = useState(options.first)
  const { count } = options
  const active = Math.max(0, Math.min(wished, count - 1))
  const grid = useRef<HTMLDivElement>(null)
  const awaited = useRef<number | null>(options.first > 0 ? options.first : null)

  // A row that was far away is drawn first and takes the focus then.
  useEffect(() => {
    const row = awaited.current === null ? null : shownAt(grid.current, awaited.current)
    if (row === null) return
    awaited.current = null
    row.focus({ preventScroll: true })
  })

  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, count - 1))
    awaited.current = next
    setActive(next)
    options.reveal(next)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const steps: Readonly<Record<string, number>> = {
      j: active + 1,
      ArrowDown: active + 1,
      k: active - 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key]
    const row = options.rowAt(active)
    if (to !== undefined) go(to)
    else if (event.key === 'Enter' && isRow(event.target) && row !== undefined) options.onOpen?.(row)
    else if (event.key.toLowerCase() === 'x' && options.onChoose !== undefined) options.onChoose(active, event.shiftKey)
    else return
    event.preventDefault()
  }
  return { active, setActive, onKeyDown, grid }
}

const shownAt = (grid: HTMLElement | null, index: number): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null

const isRow = (target: EventTarget): boolean => target instanceof Element && target.getAttribute('role') === 'row'

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, [contenteditable]') ||
    (target.matches('input') && !target.matches('[type=checkbox]')))
