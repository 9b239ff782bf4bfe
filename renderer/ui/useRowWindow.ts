import { useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { rowPlaces } from './rowPlaces'

interface RowWindowOptions {
  readonly count: number
  readonly rowHeight: number
  /** Of the head, which stays in view above the rows. */
  readonly headHeight: number
  /** Pixels from the top where the list begins. */
  readonly begin: number
}

/** Rows that are drawn above and below those in view, so that scrolling finds them there. */
const beyondView = 6

/** As high as the list may be before it was measured. */
const usualHeight = 600

interface View {
  /** Pixels, rounded to whole rows: the list is not drawn again for less. */
  readonly top: number
  readonly height: number
}

/** Which rows of a long list are in view: only those are drawn. Scrolling draws in the same frame, so no gap is seen. */
export function useRowWindow({ count, rowHeight, headHeight, begin }: RowWindowOptions) {
  const [view, setView] = useState<View>({ top: wholeRows(begin, rowHeight), height: usualHeight })
  const [opened, setOpened] = useState<ReadonlyMap<number, number>>(new Map())
  const element = useRef<HTMLElement>(null)
  /** Where it stands, as it was last told: asking the element would have it lay everything out. */
  const stands = useRef(begin)

  const scroller = useCallback(
    (attached: HTMLElement | null) => {
      if (attached === null) return undefined
      element.current = attached
      if (stands.current > 0) attached.scrollTop = stands.current
      const look = () => {
        stands.current = attached.scrollTop
        const top = wholeRows(stands.current, rowHeight)
        const height = attached.clientHeight
        setView((old) => (old.top === top && old.height === height ? old : { top, height }))
      }
      const scrolled = () => flushSync(look)
      const resized = new ResizeObserver(look)
      look()
      attached.addEventListener('scroll', scrolled, { passive: true })
      resized.observe(attached)
      return () => {
        attached.removeEventListener('scroll', scrolled)
        resized.disconnect()
        element.current = null
      }
    },
    [rowHeight],
  )

  /** For rows that may stand open: their height is what it turns out to be. */
  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (row === null) return undefined
      const note = () => {
        const [index, height] = [Number(row.dataset['item']), row.offsetHeight]
        setOpened((old) => ((old.get(index) ?? rowHeight) === height ? old : withHeight(old, index, height, rowHeight)))
      }
      const resized = new ResizeObserver(note)
      resized.observe(row)
      return () => resized.disconnect()
    },
    [rowHeight],
  )

  const offset = useCallback(() => stands.current, [])
  const places = useMemo(() => rowPlaces(count, rowHeight, opened), [count, rowHeight, opened])
  const first = Math.max(0, places.rowAt(view.top) - beyondView)
  const last = Math.min(count - 1, places.rowAt(view.top + view.height) + beyondView)
  return {
    scroller,
    measure,
    first,
    last,
    height: headHeight + places.height,
    topOf: (index: number) => headHeight + places.topOf(index),
    /** Pixels from the top where the list stands. */
    offset,
    toTop: () => {
      if (element.current === null || stands.current === 0) return
      element.current.scrollTop = 0
      stands.current = 0
      setView((old) => ({ ...old, top: 0 }))
    },
    /** Scrolls as far as it takes to have the row in view. */
    reveal: (index: number) => {
      const { current } = element
      if (current === null) return
      const [top, end] = [places.topOf(index), places.topOf(index + 1)]
      const shown = current.clientHeight - headHeight
      if (top < current.scrollTop) current.scrollTop = top
      else if (end > current.scrollTop + shown) current.scrollTop = end - shown
    },
  }
}

const wholeRows = (offset: number, rowHeight: number): number => Math.floor(offset / rowHeight) * rowHeight

function withHeight(
  heights: ReadonlyMap<number, number>,
  index: number,
  height: number,
  rowHeight: number,
): ReadonlyMap<number, number> {
  const next = new Map(heights)
  if (height === rowHeight) next.delete(index)
  else next.set(index, height)
  return next
}
