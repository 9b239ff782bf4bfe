import { useMemo } from 'react'
import { chartTable, type ChartColumnKind, type ChartTable, type ChartValue } from '../../../shared/reports/chartTable'
import { ChartFrame } from './ChartFrame'
import type { LeadingCells } from './ChartNumbers'
import type { KeyEntry } from './ChartKey'
import { heatSteps } from './chartTheme'
import { valueText } from './chartWords'
import { HeatGrid, lineHeight, type HeatFacts, type HeatPlace } from './HeatGrid'

interface HeatMapProps extends Omit<HeatFacts, 'most'> {
  /** These four as of a ChartFrame. */
  readonly name: string
  readonly title: string
  readonly words?: readonly string[] | undefined
  readonly empty?: string | undefined
  /** What the lines are and what is told of them, for table and CSV file: "Weekday, orders by hour". */
  readonly head: string
}

/**
 * Zero or more of something in two dimensions, such as orders by weekday and hour: the stronger the tint the more, an empty dashed cell
 * where nothing is known. Arrow keys go from cell to cell, Enter opens; table and exports are those of every chart.
 */
export function HeatMap({ name, title, words, empty, head, lines, columns, value, cells, onOpen }: HeatMapProps) {
  const table = useMemo(() => tableOf(head, { lines, columns, value, cells }), [head, lines, columns, value, cells])
  const most = Math.max(
    0,
    ...cells
      .flat()
      .filter((cell) => cell !== null && Number.isFinite(cell))
      .map(Number),
  )
  return (
    <ChartFrame
      name={name}
      title={title}
      words={words}
      empty={empty}
      table={table}
      height={lines.length * lineHeight + 24}
      legend={legendOf(most, value)}
      plain
      cells={onOpen && cellsOf(table, onOpen)}
    >
      {() => <HeatGrid name={name} {...{ lines, columns, value, cells, onOpen, most }} />}
    </ChartFrame>
  )
}

/** Each number of the table leads where its cell does. */
const cellsOf = ({ columns: [, ...measures] }: ChartTable, onOpen: (place: HeatPlace) => void): LeadingCells => ({
  keys: measures.map(({ key }) => key),
  onOpen: (line, key) => onOpen({ line, column: measures.findIndex((measure) => measure.key === key) }),
})

function tableOf(head: string, { lines, columns, value, cells }: Omit<HeatFacts, 'most' | 'onOpen'>) {
  // Which unit is counted stands once, at the head of the lines.
  const kind: ChartColumnKind = value.kind === 'count' ? { kind: 'count', unit: '' } : value
  const measures = columns.map((column, place) => ({ ...kind, key: `c${place}`, head: column }))
  const rows = lines.map((line, index): Record<string, ChartValue> => {
    const known = measures.map(({ key }, place) => [key, cells[index]?.[place] ?? null] as const)
    return { line, ...Object.fromEntries(known) }
  })
  return chartTable([{ kind: 'text', key: 'line', head }, ...measures], rows)
}

/** The tints and how far each goes; those that whole numbers leave empty are not told. */
function legendOf(most: number, value: ChartColumnKind): readonly KeyEntry[] {
  const column = { ...value, key: '', head: '' }
  const last = heatSteps.length - 1
  const told = heatSteps.map((colour, step) => {
    const upTo =
      value.kind === 'share' || value.kind === 'figure' ? (most * step) / last : Math.floor((most * step) / last)
    return { colour, label: valueText(column, upTo) }
  })
  return told
    .filter(({ label }, step) => label !== told[step - 1]?.label)
    .map(({ colour, label }, step) => ({ colour, label: step === 0 ? label : `up to ${label}`, look: 'bar' }))
}
