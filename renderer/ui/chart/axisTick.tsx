import type { BaseTickContentProps } from 'recharts'

/** Of how much of its height a line of text is moved down, so that it hangs below its place, or stands in its middle. */
const moved = { start: '0.71em', middle: '0.355em', end: '0' } as const

/** A word of an axis, in one line. recharts' own is measured in the page first, to be broken where it is wider than the axis. */
export function axisTick({
  x,
  y,
  index,
  payload,
  textAnchor,
  verticalAnchor,
  tickFormatter,
  className,
}: BaseTickContentProps) {
  const value: unknown = payload.value
  return (
    <text
      x={x}
      y={y}
      dy={moved[verticalAnchor]}
      textAnchor={textAnchor}
      className={className}
      fill="var(--text-quiet)"
      fontSize={12}
    >
      {tickFormatter ? tickFormatter(value, index) : String(value)}
    </text>
  )
}
