import type { KeyboardEvent } from 'react'
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts'
import type { ChartPoint, ChartTable } from '../../../shared/reports/chartTable'
import { grouped } from '../counts'
import { lineMoved } from './axisTick'
import { axisWidth } from './axisWidth'
import { ChartFrame } from './ChartFrame'
import classes from './ChartFrame.module.css'
import { ChartTip } from './ChartTip'
import { axisLook, barLook, categories, inPlace, labelLook } from './chartTheme'
import { valueWords } from './chartWords'

interface BarListProps {
  /** These four, `onOpen` and `leadsTo` as of a ChartFrame. */
  readonly name: string
  readonly title: string
  readonly words?: readonly string[] | undefined
  readonly empty?: string | undefined
  /** Its first column names the bars, from top to bottom. */
  readonly table: ChartTable
  /** The column whose numbers are the bars' lengths. */
  readonly bar: string
  readonly colour?: string | undefined
  readonly onOpen?: ((row: number) => void) | undefined
  readonly leadsTo?: string | undefined
}

const barPitch = 28
/** As many bars as somebody goes through; of a longer list the table has all. */
const mostBars = 40
const longestName = 30
/** Of its number, in pixels. */
const besideBar = 5

/** How something is shared out among a few: payment modes, cities, reasons. A bar each, its number at its end. */
export function BarList({ table, bar, colour = categories[0], words = [], ...frame }: BarListProps) {
  const [names] = table.columns
  const all = table.rows.length
  const part = all > mostBars ? `The first ${mostBars} of ${grouped(all)}` : null
  const nameIn = (point: ChartPoint): string => shortened(String(point[names?.key ?? ''] ?? ''))
  const column = table.columns.find(({ key }) => key === bar)
  return (
    <div className={classes.list} onKeyDownCapture={goAlong}>
      <ChartFrame
        {...frame}
        words={part === null ? words : [...words, part]}
        table={table}
        height={Math.min(all, mostBars) * barPitch + 8}
      >
        {(points) => (
          <BarChart
            data={points.slice(0, mostBars)}
            layout="vertical"
            margin={{ top: 4, right: 96, bottom: 4, left: 0 }}
          >
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis
              type="category"
              dataKey={names?.key ?? ''}
              width={axisWidth(points.slice(0, mostBars).map(nameIn))}
              interval={0}
              tickFormatter={shortened}
              {...axisLook}
            />
            <ChartTip />
            {/* A bar of nothing is a hair: it has its 0, where what is missing has none. */}
            <Bar dataKey={bar} fill={colour} {...barLook} maxBarSize={16} minPointSize={1} radius={[0, 2, 2, 0]}>
              <LabelList
                dataKey={bar}
                content={({ x, y, width, height, value }) =>
                  column !== undefined && typeof value === 'number' ? (
                    <text
                      x={Number(x) + Number(width) + besideBar}
                      y={Number(y) + Number(height) / 2}
                      dy={lineMoved.middle}
                      {...labelLook}
                    >
                      {valueWords(column, value)}
                    </text>
                  ) : null
                }
                {...inPlace}
              />
            </Bar>
          </BarChart>
        )}
      </ChartFrame>
      {part !== null && <p className={classes.part}>{part}. The table and the numbers to take away have all.</p>}
    </div>
  )
}

/** Both ends of a long name: what tells it from others, such as a date, often stands last. */
const shortened = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 11)}…${name.slice(-10)}` : name

/** recharts goes along upright axes with the left and right arrows alone, and the wrong way round. */
const meant: Readonly<Record<string, string>> = {
  ArrowDown: 'ArrowLeft',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowRight',
  ArrowLeft: 'ArrowRight',
}

const ours = new WeakSet<Event>()

/** Arrows down and right go to the next bar, up and left to the one before. */
function goAlong(event: KeyboardEvent): void {
  const key = meant[event.key]
  const chart = event.target instanceof Element ? event.target.closest('.recharts-surface') : null
  if (key === undefined || chart === null || ours.has(event.nativeEvent)) return
  event.preventDefault()
  event.stopPropagation()
  const instead = new window.KeyboardEvent('keydown', { key, bubbles: true })
  ours.add(instead)
  chart.dispatchEvent(instead)
}
