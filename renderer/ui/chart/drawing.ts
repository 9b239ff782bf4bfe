import { useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** What draws each chart of the page that is not drawn yet, in the order in which they stand. */
const waiting = new Set<() => void>()

/** Milliseconds after which the next one is drawn even though something else is to be done. */
const patience = 500

let taken = false

function drawNext(): void {
  if (taken || waiting.size === 0) return
  taken = true
  requestIdleCallback(
    () => {
      taken = false
      const [draw] = waiting
      draw?.()
      drawNext()
    },
    { timeout: patience },
  )
}

/** Draws every chart of the page; resolves when they stand. For whoever takes the whole page away. */
export async function drawEveryChart(): Promise<void> {
  flushSync(() => [...waiting].forEach((draw) => draw()))
  // A chart measures its place in the frame after it is drawn.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Before it was measured, and where nothing is laid out, a place counts as that wide. */
const usualWidth = 600

/** How wide a place is, in whole pixels, from the first time on that anything is drawn in it: a chart drawn in another width is drawn twice. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(usualWidth)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const measure = (wide: number) => setWidth(Math.floor(wide) || usualWidth)
    measure(element.clientWidth)
    const observer = new ResizeObserver(([entry]) => measure(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}

/**
 * Whether a chart is drawn. What stands in the window when it comes is drawn at once, what is below it afterwards, one by one: of a page
 * with fifteen charts people see two first, and those should not wait for the others.
 */
export function useDrawn(place: RefObject<HTMLElement | null>): boolean {
  const [drawn, setDrawn] = useState(false)
  useLayoutEffect(() => {
    if (drawn || place.current === null) return undefined
    const draw = () => {
      waiting.delete(draw)
      setDrawn(true)
    }
    if (place.current.getBoundingClientRect().top < window.innerHeight) {
      draw()
      return undefined
    }
    waiting.add(draw)
    drawNext()
    return () => void waiting.delete(draw)
  }, [drawn, place])
  return drawn
}
