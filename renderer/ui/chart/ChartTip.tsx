import { useEffect } from 'react'
import { Tooltip, type TooltipContentProps } from 'recharts'
import type { ChartPoint } from '../../../shared/reports/chartTable'
import { useChart } from './chartContext'
import classes from './ChartTip.module.css'
import { chartColours } from './chartTheme'
import { valueText, valueWords } from './chartWords'

interface ChartTipProps {
  /** Keys of the columns to tell, in this order; all but the first column unless said. */
  readonly tells?: readonly string[] | undefined
}

/**
 * What a chart says about the place under the pointer or the arrow keys: that row of its table. Stands inside every recharts chart of a
 * ChartFrame, which also learns from it where a click or Enter leads.
 */
export function ChartTip({ tells }: ChartTipProps) {
  return (
    <Tooltip
      content={(given) => <TipContent given={given} tells={tells} />}
      cursor={{ fill: chartColours.hover, stroke: chartColours.today, strokeWidth: 1 }}
      isAnimationActive={false}
      // A point whose only number is missing is told of too: its orders may be there.
      filterNull={false}
      wrapperStyle={{ zIndex: 1 }}
    />
  )
}

function TipContent({ given, tells }: ChartTipProps & { readonly given: Pick<TooltipContentProps, TipFacts> }) {
  const { table, points, noteAt, leads } = useChart()
  const row = given.active ? rowOf(given, points) : null
  useEffect(() => {
    noteAt(row)
  }, [noteAt, row])
  const values = row === null ? undefined : table.rows[row]
  const [first, ...others] = table.columns
  if (values === undefined || first === undefined) return null
  const told = tells === undefined ? others : tells.flatMap((key) => table.columns.filter((each) => each.key === key))
  return (
    <div className={classes.tooltip} role="status">
      <div className={classes.title}>{valueText(first, values[0] ?? null)}</div>
      <dl className={classes.lines}>
        {told.map((column) => (
          <div key={column.key} className={classes.line}>
            <dt>{column.head}</dt>
            <dd>{valueWords(column, values[table.columns.indexOf(column)] ?? null)}</dd>
          </div>
        ))}
      </dl>
      {leads !== null && <p className={classes.leads}>Click or Enter: {leads}</p>}
    </div>
  )
}

type TipFacts = 'active' | 'activeIndex' | 'payload'

/** Of a scatter the index is that within one series; its datum knows better. */
function rowOf(
  { payload, activeIndex }: Pick<TooltipContentProps, TipFacts>,
  points: readonly ChartPoint[],
): number | null {
  const datum = payload[0]?.payload as Partial<ChartPoint> | undefined
  return datum?.row ?? points[Number(activeIndex ?? Number.NaN)]?.row ?? null
}
