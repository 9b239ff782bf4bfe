import { useRef, useState, type KeyboardEvent } from 'react'
import { toggled } from './toggled'

interface ListKeysOptions<Row> {
  readonly rows: readonly (Row | undefined)[]
  readonly count: number
  readonly rowKey: (row: Row) => string
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  /** Scrolls a row into view. */
  readonly reveal: (index: number) => void
}

/** How far Page Up and Page Down go. */
const page = 15

/** The keys of a list: j k, arrows, Page Up and Down, Home, End move; Enter opens; x selects. One row takes part in the tab order. */
export function useListKeys<Row>(options: ListKeysOptions<Row>) {
  const [wished, setActive] = useState(0)
  const { rows, count } = options
  const active = Math.max(0, Math.min(wished, count - 1))
  const waiting = useRef(0)

  const go = (grid: HTMLElement, to: number) => {
    const next = Math.max(0, Math.min(to, count - 1))
    setActive(next)
    options.reveal(next)
    // The row may have to be drawn before it can take the focus.
    cancelAnimationFrame(waiting.current)
    waiting.current = requestAnimationFrame(() => focusRow(grid, next))
    focusRow(grid, next)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const grid = event.currentTarget
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
    const row = rows[active]
    if (to !== undefined) go(grid, to)
    else if (event.key === 'Enter' && isRow(event.target) && row !== undefined) options.onOpen?.(row)
    else if (event.key === 'x' && row !== undefined && options.onSelect !== undefined) {
      options.onSelect(toggled(options.selected, options.rowKey(row)))
    } else return
    event.preventDefault()
  }
  return { active, setActive, onKeyDown }
}

const focusRow = (grid: HTMLElement, index: number): void =>
  grid.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })

const isRow = (target: EventTarget): boolean => target instanceof Element && target.getAttribute('role') === 'row'

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, [contenteditable]') ||
    (target.matches('input') && !target.matches('[type=checkbox]')))
