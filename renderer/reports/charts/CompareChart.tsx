import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  getNiceTickValues,
  Line,
  ReferenceLine,
  XAxis,
  useXAxisScale,
  useYAxisScale,
} from 'recharts'
import type { CampaignId } from '../../../shared/ids'
import { chartTable, type ChartColumn, type ChartPoint, type ChartValue } from '../../../shared/reports/chartTable'
import type { CompareReport } from '../../../shared/reports/compare/compare'
import { useAsk } from '../../api'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import {
  areaLook,
  axisLook,
  chartColours,
  gridLook,
  lineLook,
  plotLook,
  seriesLook,
  targetLook,
} from '../../ui/chart/chartTheme'
import { axisWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { LoadedView } from '../../ui/LoadedView'
import { compareAsk, type CompareSearch } from '../compareSearch'
import { compareKind, compareNames, compareTitle } from '../compareWords'
import { ChartSkeleton } from './ChartSkeleton'
import { endLabels } from './endLabels'

interface CompareChartProps {
  readonly search?: CompareSearch | undefined
  /** The filters that are set, in words. */
  readonly words?: readonly string[] | undefined
}

/** Campaigns laid over each other: up to eight lines, the others as their middle and the half around it. */
export function CompareChart({ search = {}, words }: CompareChartProps) {
  const report = useAsk('reports.compare', compareAsk(search), { keep: true })
  return (
    <LoadedView of={report} skeleton={<ChartSkeleton height={height + 90} />}>
      {(value) => <CompareLines report={value} words={words} />}
    </LoadedView>
  )
}

const height = 320
/** Of which the axis below and the margin above take a part. */
const drawnHeight = height - 46
const longestName = 24

function CompareLines({
  report,
  words = [],
}: {
  readonly report: CompareReport
  readonly words: readonly string[] | undefined
}) {
  const navigate = useNavigate()
  const { axis, lines, points } = report
  const names = useMemo(() => compareNames(report.rows), [report.rows])
  const table = useMemo(() => tableOf(report, names), [report, names])
  const marks = useMemo(() => marksOf(report), [report])
  const most = marks.at(-1) ?? 0
  const labels = useMemo(
    () =>
      endLabels(
        lines.map((_id, line) => points.map((point) => point.lines[line] ?? null)),
        { most, pixels: drawnHeight, apart: 14, wide: points.length / 4 },
      ),
    [lines, points, most],
  )
  const ends = lines.flatMap((id, line): LineName[] => {
    const end = labels[line] ?? null
    const point = end === null ? undefined : points[end.place]
    const y = point?.lines[line] ?? null
    if (end === null || point === undefined || y === null) return []
    const { stroke: colour } = seriesLook(line)
    return [{ id, x: point.x, y, moved: end.moved, name: nameOf(names, id), colour, onOpen: () => open(id) }]
  })
  const open = (id: CampaignId) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })
  const kind = compareKind(report)
  const others = report.rows.length - lines.length
  return (
    <ChartFrame
      name="Campaigns compared"
      title={compareTitle(report)}
      words={words}
      table={table}
      height={height}
      empty={words.length === 0 ? 'No campaign has started' : 'No campaign fits these filters'}
      cells={{
        keys: lines.map((_id, line) => keyOf(line)),
        onOpen: (_row, key) => {
          const id = lines.find((_id, line) => keyOf(line) === key)
          if (id !== undefined) open(id)
        },
      }}
      // Lines have their names at their ends.
      legend={
        others > 2
          ? [
              { label: `Middle of the other ${others}`, colour: chartColours.pace, look: 'thin' },
              { label: 'The half of them around it', colour: chartColours.pace, look: 'band' },
            ]
          : []
      }
    >
      {(drawn) => (
        <ComposedChart data={[...drawn]} {...plotLook} margin={{ ...plotLook.margin, right: 170 }}>
          <CartesianGrid {...gridLook} />
          <XAxis
            dataKey="x"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickCount={axis === 'share' ? 6 : 8}
            allowDecimals={axis === 'share'}
            tickFormatter={axisWords(axis === 'share' ? { kind: 'share' } : { kind: 'count', unit: 'day' })}
            {...axisLook}
          />
          <ValueAxis ticks={marks} words={axisWords(kind)} />
          <ChartTip />
          {report.measure === 'target' && <ReferenceLine y={1} {...targetLook} />}
          <Area
            dataKey={bandOf}
            fill={chartColours.pace}
            fillOpacity={0.14}
            stroke="none"
            {...areaLook}
            activeDot={false}
          />
          <Line dataKey="median" stroke={chartColours.pace} {...lineLook} strokeWidth={1} />
          {lines.map((id, line) => (
            <Line
              key={id}
              dataKey={keyOf(line)}
              {...lineLook}
              {...seriesLook(line)}
              cursor="pointer"
              onClick={() => open(id)}
            />
          ))}
          <LineNames names={ends} />
        </ComposedChart>
      )}
    </ChartFrame>
  )
}

const keyOf = (line: number): string => `line${line}`

const nameOf = (names: ReadonlyMap<string, string>, id: CampaignId): string => names.get(id) ?? ''

const bandOf = ({ low, high }: ChartPoint): [number, number] | null =>
  typeof low === 'number' && typeof high === 'number' ? [low, high] : null

/** Of the upright axis, up to what is drawn highest. Of shares, the target is one of them, unless some came many times as far. */
function marksOf({ points, measure }: CompareReport): number[] {
  const known = points.flatMap(({ lines, others }) => [...lines, others?.high ?? null])
  const highest = known.reduce<number>((most, value) => Math.max(most, value ?? 0), measure === 'target' ? 1 : 0)
  const step = measure === 'target' ? [0.25, 0.5, 1, 2].find((size) => highest / size <= mostMarks) : undefined
  if (step === undefined) return getNiceTickValues([0, highest], mostMarks)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_each, place) => place * step)
}

const mostMarks = 6

function tableOf(report: CompareReport, names: ReadonlyMap<string, string>) {
  const kind = compareKind(report)
  const x: ChartColumn =
    report.axis === 'share'
      ? { kind: 'share', key: 'x', head: 'Time over' }
      : { kind: 'figure', unit: '', decimals: 0, key: 'x', head: 'Day' }
  const columns: ChartColumn[] = [
    x,
    ...report.lines.map((id, line) => ({ ...kind, key: keyOf(line), head: nameOf(names, id) })),
    { ...kind, key: 'low', head: 'Others, a quarter below' },
    { ...kind, key: 'median', head: 'Others, middle' },
    { ...kind, key: 'high', head: 'Others, a quarter above' },
  ]
  const whole = (value: number | undefined): ChartValue =>
    value === undefined ? null : kind.kind === 'share' ? value : Math.round(value)
  const rows = report.points.map(({ x: place, lines, others }): Record<string, ChartValue> => ({
    x: place,
    ...Object.fromEntries(lines.map((value, line) => [keyOf(line), value])),
    low: whole(others?.low),
    median: whole(others?.median),
    high: whole(others?.high),
  }))
  return chartTable(columns, report.rows.length === 0 ? [] : rows)
}

/** Readable also where another line passes behind it. */
const nameLook = {
  fill: chartColours.target,
  fontSize: 12,
  stroke: 'var(--surface)',
  strokeWidth: 3,
  paintOrder: 'stroke',
} as const

interface LineName {
  readonly id: CampaignId
  /** Where the line ends. */
  readonly x: number
  readonly y: number
  /** By so many pixels the name is lower. */
  readonly moved: number
  readonly name: string
  readonly colour: string
  readonly onOpen: () => void
}

/** Each line's name at its end, which leads to its campaign. */
function LineNames({ names }: { readonly names: readonly LineName[] }) {
  const [across, up] = [useXAxisScale(), useYAxisScale()]
  return names.map(({ id, x, y, moved, name, colour, onOpen }) => {
    const [left, top] = [across?.(x) ?? 0, up?.(y) ?? 0]
    return (
      <g key={id} onClick={onOpen} style={{ cursor: 'pointer' }}>
        <circle cx={left} cy={top} r={3} fill={colour} />
        <text x={left + 8} y={top + moved + 4} {...nameLook}>
          {name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}
        </text>
      </g>
    )
  })
}
