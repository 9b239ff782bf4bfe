import type { BaseTickContentProps } from 'recharts'

/** By how much of its height a line of text is moved down, so that it hangs below its place, or stands in the middle of it. */
export const lineMoved = { start: '0.71em', middle: '0.355em', end: '0' } as const

interface WordLook {
  readonly fill: string
  readonly fontSize: number
}

/** A word of an axis, in one line. recharts' own is measured in the page first, to be broken where it is wider than the axis. */
export const axisTick = (look: WordLook) =>
  function AxisTick(word: BaseTickContentProps) {
    const { x, y, index, payload, textAnchor, verticalAnchor, tickFormatter, className } = word
    const value: unknown = payload.value
    return (
      <text x={x} y={y} dy={lineMoved[verticalAnchor]} textAnchor={textAnchor} className={className} {...look}>
        {tickFormatter ? tickFormatter(value, index) : String(value)}
      </text>
    )
  }
