import { ActionIcon, Title, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import {
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react'
import { ResponsiveContainer } from 'recharts'
import { isMeasure, pointsOf, type ChartPoint, type ChartTable } from '../../../shared/reports/chartTable'
import { thinnedRows } from '../../../shared/reports/thin'
import { EmptyState } from '../EmptyState'
import { ChartContext } from './chartContext'
import { CollectCharts } from './collectCharts'
import classes from './ChartFrame.module.css'
import { ChartKey, type KeyEntry } from './ChartKey'
import { ChartMenu } from './ChartMenu'
import { ChartNumbers, type LeadingCells } from './ChartNumbers'
import { useDrawn, useWidth } from './drawing'

interface ChartFrameProps {
  /** What the chart is, for buttons and file names: "Paid per day". Unlike any other of its page. */
  readonly name: string
  /** Says what is seen: "128 of 200 units, 3 days ahead of pace". */
  readonly title: string
  /** The numbers: what is drawn, shown as a table and taken away. */
  readonly table: ChartTable
  /** The filters that are set, in words; they stand under pictures and in file names. */
  readonly words?: readonly string[] | undefined
  readonly legend?: readonly KeyEntry[] | undefined
  /** In pixels. */
  readonly height?: number | undefined
  /** Said where there is no number at all: "Nothing was paid in these days". */
  readonly empty?: string | undefined
  /** The chart is no recharts chart but draws itself: an SVG marked `data-chart`. */
  readonly plain?: boolean | undefined
  /** Opens what is behind a row of the table: its orders. Left out where points lead nowhere. */
  readonly onOpen?: ((row: number) => void) | undefined
  /** What that is: "orders paid that day". */
  readonly leadsTo?: string | undefined
  /** Numbers of the table that lead somewhere of their own, as their bars do. */
  readonly cells?: LeadingCells | undefined
  /**
   * The recharts chart of these points, which are never more than there are pixels. It takes `data={[...points]} {...plotLook}` and has a
   * `<ChartTip />` inside.
   */
  readonly children: (points: readonly ChartPoint[]) => ReactElement
}

/**
 * A chart with a title that says what is seen, its numbers as a table for whoever prefers or needs that, and its way out: PNG, SVG, CSV.
 * A click on a point, or Enter after the arrow keys, opens what is behind it.
 */
export function ChartFrame(props: ChartFrameProps) {
  const { name, table, empty = 'There are no numbers yet' } = props
  const collect = use(CollectCharts)
  useEffect(() => collect?.(name, table), [collect, name, table])
  if (hasNumbers(table)) return <FilledFrame {...props} aside={collect !== null} />
  return (
    <section className={classes.frame} aria-label={name}>
      <EmptyState icon={IconChartBar} title={empty}>
        “{name}” stands here once there is enough to draw.
      </EmptyState>
    </section>
  )
}

interface FilledFrameProps extends ChartFrameProps {
  /** Seen by nobody: its page is taken away by itself. */
  readonly aside: boolean
}

function FilledFrame({
  name,
  title,
  table,
  words = [],
  legend = [],
  height = 240,
  plain = false,
  onOpen,
  leadsTo = 'what is behind it',
  cells,
  aside,
  children,
}: FilledFrameProps) {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const plot = useRef<HTMLDivElement>(null)
  const width = useWidth(plot)
  const at = useRef<number | null>(null)
  const points = useMemo(() => drawnOf(table, width), [table, width])
  const leads = onOpen === undefined ? null : leadsTo
  const noteAt = useCallback((row: number | null) => {
    at.current = row
  }, [])
  const scene = useMemo(() => ({ table, points, noteAt, leads, width }), [table, points, noteAt, leads, width])
  const drawn = useDrawn(plot) || aside
  const label = asTable ? 'Show as chart' : 'Show as table'
  const open = () => {
    if (at.current !== null) onOpen?.(at.current)
  }
  const openByKey = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') open()
  }
  return (
    <section className={classes.frame} aria-labelledby={titleId}>
      <div className={classes.head}>
        <Title order={2} size="h3" id={titleId}>
          {title}
        </Title>
        {drawn && (
          <div className={classes.tools}>
            <Tooltip label={label}>
              <ActionIcon aria-label={`${label}: ${name}`} onClick={() => setAsTable(!asTable)}>
                {asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
            <ChartMenu name={name} title={title} words={words} table={table} legend={legend} plot={plot} />
          </div>
        )}
      </div>
      {asTable && (
        <ChartNumbers label={`${title}, table`} table={table} height={height} onOpen={onOpen} cells={cells} />
      )}
      {/* The chart stays where it is, out of sight: pictures are made of it also while its table is shown. */}
      <div className={classes.drawn} data-aside={asTable || undefined}>
        {legend.length > 0 && <ChartKey of={legend} />}
        <div
          ref={plot}
          className={classes.chart}
          data-leads={leads === null ? undefined : true}
          style={{ height }}
          aria-busy={!drawn}
          data-chart-place={drawn ? undefined : true}
          onClick={open}
          onKeyDown={openByKey}
        >
          {drawn && (
            <ChartContext value={scene}>
              {plain ? (
                children(points)
              ) : (
                <ResponsiveContainer width={width} height={height}>
                  {children(points)}
                </ResponsiveContainer>
              )}
            </ChartContext>
          )}
        </div>
      </div>
    </section>
  )
}

const hasNumbers = ({ columns, rows }: ChartTable): boolean =>
  rows.some((row) => columns.some((column, at) => isMeasure(column) && (row[at] ?? null) !== null))

/** The points that are drawn: all, or those that tell most. */
function drawnOf(table: ChartTable, most: number): readonly ChartPoint[] {
  const points = pointsOf(table)
  const series = table.columns.filter(isMeasure).map(({ key }) => points.map((point) => point[key] ?? null))
  return thinnedRows(series, most).flatMap((row) => points[row] ?? [])
}
