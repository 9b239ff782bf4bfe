import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './DataTable.module.css'

interface ColumnEdgeProps {
  readonly head: string
  /** Pixels. */
  readonly onResize: (width: number) => void
  readonly onFit: () => void
}

const step = 16

const widthOf = (edge: HTMLElement): number => edge.parentElement?.getBoundingClientRect().width ?? 0

/** The right edge of a head: drawn with the pointer or moved with the arrow keys it sets the column's width; a double click or Home fits it again. */
export function ColumnEdge({ head, onResize, onFit }: ColumnEdgeProps) {
  const drawnFrom = useRef<{ readonly x: number; readonly width: number } | null>(null)

  const take = (event: PointerEvent<HTMLElement>) => {
    drawnFrom.current = { x: event.clientX, width: widthOf(event.currentTarget) }
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
  }
  const draw = (event: PointerEvent<HTMLElement>) => {
    const from = drawnFrom.current
    if (from !== null) onResize(from.width + event.clientX - from.x)
  }
  const letGo = () => {
    drawnFrom.current = null
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const width = widthOf(event.currentTarget)
    if (event.key === 'ArrowLeft') onResize(width - step)
    else if (event.key === 'ArrowRight') onResize(width + step)
    else if (event.key === 'Home') onFit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      type="button"
      className={classes.edge}
      aria-label={`Width of ${head}: arrow keys change it, Home fits it`}
      onPointerDown={take}
      onPointerMove={draw}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={onFit}
      onKeyDown={press}
    />
  )
}
