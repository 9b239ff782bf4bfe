import { useId, useState, type KeyboardEvent } from 'react'
import type { ChartColumnKind } from '../../../shared/reports/chartTable'
import { useChart } from './chartContext'
import classes from './ChartTip.module.css'
import { chartColours, heatSteps } from './chartTheme'
import { missing, valueText, valueWords } from './chartWords'

export interface HeatPlace {
  readonly line: number
  readonly column: number
}

export interface HeatFacts {
  /** Names of the lines, from top to bottom, and of the columns, from left to right. */
  readonly lines: readonly string[]
  readonly columns: readonly string[]
  /** How a value is read. */
  readonly value: ChartColumnKind
  /** Of each line, from left to right; null where nothing is known, which is not 0. */
  readonly cells: readonly (readonly (number | null)[])[]
  readonly most: number
  /** Opens what is behind a cell. Left out where cells lead nowhere. */
  readonly onOpen?: ((place: HeatPlace) => void) | undefined
}

export const lineHeight = 26
/** Of a letter of 12 px, a little generously. */
const letterWidth = 6.8

const steps: Readonly<Record<string, HeatPlace>> = {
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 },
  ArrowUp: { line: -1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
}

const within = (place: number, length: number): number => Math.min(length - 1, Math.max(0, place))

/** The cells of a heat map, drawn as SVG so that they can be taken away like any chart. */
export function HeatGrid({ name, lines, columns, value, cells, most, onOpen }: HeatFacts & { readonly name: string }) {
  const { width } = useChart()
  const id = useId()
  const [at, setAt] = useState<HeatPlace | null>(null)
  const nameWidth = nameWidthOf(lines, width)
  const wide = (width - nameWidth) / Math.max(1, columns.length)
  const headEvery = Math.max(1, Math.ceil((longest(columns) * letterWidth + 4) / wide))
  const column = { ...value, key: '', head: '' }
  const cellAt = ({ line, column: place }: HeatPlace): number | null => cells[line]?.[place] ?? null
  const go = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at !== null) onOpen?.(at)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    setAt((from) =>
      from === null
        ? { line: 0, column: 0 }
        : {
            line: within(from.line + step.line, lines.length),
            column: within(from.column + step.column, columns.length),
          },
    )
  }
  const height = lines.length * lineHeight + 24
  const words = (place: HeatPlace): string => {
    const cell = cellAt(place)
    const told = cell === null ? 'not known' : valueWords(column, cell)
    return `${lines[place.line] ?? ''}, ${columns[place.column] ?? ''}: ${told}`
  }
  return (
    <>
      <svg
        data-chart
        data-leads={onOpen === undefined ? undefined : true}
        className={classes.grid}
        role="grid"
        aria-label={name}
        aria-activedescendant={at === null ? undefined : `${id}-${at.line}-${at.column}`}
        tabIndex={0}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onKeyDown={go}
        onFocus={() => setAt((from) => from ?? { line: 0, column: 0 })}
        onBlur={() => setAt(null)}
        onMouseLeave={() => setAt(null)}
      >
        {lines.map((line, row) => (
          <g key={line} role="row" transform={`translate(0 ${row * lineHeight})`}>
            <text x={0} y={17} fontSize={12} fill={chartColours.axis} role="rowheader">
              <title>{line}</title>
              {shortened(line, nameWidth)}
            </text>
            {columns.map((head, place) => {
              const here = { line: row, column: place }
              const chosen = at?.line === row && at.column === place
              return (
                <g
                  key={head}
                  role="gridcell"
                  id={`${id}-${row}-${place}`}
                  aria-label={words(here)}
                  aria-selected={chosen}
                  transform={`translate(${nameWidth + place * wide} 0)`}
                  onMouseEnter={() => setAt(here)}
                  onClick={() => onOpen?.(here)}
                >
                  <Cell value={cellAt(here)} text={valueText(column, cellAt(here))} most={most} wide={wide} />
                  {chosen && <rect {...box(wide)} fill="none" stroke={chartColours.target} strokeWidth={2} />}
                </g>
              )
            })}
          </g>
        ))}
        <g transform={`translate(0 ${lines.length * lineHeight})`} aria-hidden>
          {columns.map((head, place) =>
            place % headEvery === 0 ? (
              <text
                key={head}
                {...headPlace(nameWidth + place * wide, wide, width - head.length * letterWidth)}
                y={16}
                fontSize={12}
                fill={chartColours.axis}
              >
                {head}
              </text>
            ) : null,
          )}
        </g>
      </svg>
      {at !== null && (
        <div
          className={classes.floating}
          role="status"
          style={{
            insetInlineStart: Math.min(nameWidth + at.column * wide, Math.max(0, width - 200)),
            top: (at.line + 1) * lineHeight + 4,
          }}
        >
          {words(at)}
        </div>
      )}
    </>
  )
}

/** In the middle under its column, unless it would be cut at the end. */
const headPlace = (from: number, wide: number, latest: number) => {
  const middle = from + wide / 2
  return from > latest
    ? ({ x: from + wide, textAnchor: 'end' } as const)
    : ({ x: middle, textAnchor: 'middle' } as const)
}

const longest = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length))

/** As wide as the longest name, but never so wide that cells have no room. */
const nameWidthOf = (lines: readonly string[], width: number): number =>
  Math.min(longest(lines) * letterWidth + 12, width * 0.3)

/** What fits beside the cells; the whole name is told on hovering. */
function shortened(name: string, nameWidth: number): string {
  const most = Math.floor((nameWidth - 12) / letterWidth + 0.01)
  return name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1))}…`
}

const box = (wide: number) => ({ x: 1, y: 1, width: Math.max(1, wide - 2), height: lineHeight - 2, rx: 2 })

/** Text stands on the tint where it fits; on the stronger half it changes colour to be read. */
function Cell({ value, text, most, wide }: { value: number | null; text: string; most: number; wide: number }) {
  const step = value === null || most === 0 ? 0 : Math.min(6, Math.max(0, Math.ceil((value / most) * 6)))
  const fits = text.length * 7 + 4 <= wide
  return (
    <>
      {value === null ? (
        <rect {...box(wide)} fill="none" stroke={chartColours.today} strokeDasharray="2 3" />
      ) : (
        <rect {...box(wide)} fill={heatSteps[step]} />
      )}
      {(fits || value === null) && (
        <text
          x={wide / 2}
          y={17}
          textAnchor="middle"
          fontSize={11}
          fill={step >= 4 ? 'var(--chart-on-high)' : step === 0 ? chartColours.axis : chartColours.target}
        >
          {value === null ? missing : text}
        </text>
      )}
    </>
  )
}
