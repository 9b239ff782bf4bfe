import { periodMeasures, type PeriodReport } from '../../shared/reports/portfolio/periodReport'
import { missing, shareWords, valueText } from '../ui/chart/chartWords'
import { LoadedView } from '../ui/LoadedView'
import { ChartSkeleton } from './charts/ChartSkeleton'
import { usePeriodReport, type PeriodProps } from './charts/usePeriodReport'
import { periodLooks } from './periodLooks'
import { changeWords, pointsWords } from './periodWords'
import classes from './reports.module.css'
import type { ShownMeasure } from './search'

interface PeriodTilesProps extends PeriodProps {
  readonly shown: ShownMeasure
  readonly onShow: (measure: ShownMeasure) => void
}

/** What the period came to beside the earlier one; each number brings its chart. */
export function PeriodTiles({ shown, onShow, ...props }: PeriodTilesProps) {
  const report = usePeriodReport(props)
  return (
    <LoadedView of={report} skeleton={<ChartSkeleton height={84} />}>
      {(value) => (
        <div className={classes.tiles} role="group" aria-label="Numbers of the period">
          {tilesOf(value).map(({ measure, head, now, change, before }) => (
            <button
              key={measure}
              type="button"
              className={classes.tile}
              aria-pressed={measure === shown}
              title={`Before: ${before}`}
              onClick={() => onShow(measure)}
            >
              <span className={classes.tileHead}>{head}</span>
              <span className={classes.tileNumber}>{now}</span>
              <span className={classes.quiet}>{change}</span>
            </button>
          ))}
        </div>
      )}
    </LoadedView>
  )
}

interface Tile {
  readonly measure: ShownMeasure
  readonly head: string
  readonly now: string
  readonly before: string
  readonly change: string
}

function tilesOf({ totals, currency, paidQuickly }: PeriodReport): readonly Tile[] {
  const byDay = periodMeasures.map((measure): Tile => {
    const { head, kind } = periodLooks[measure]
    const column = { ...kind(currency), key: measure, head }
    const { now, before } = totals[measure]
    return {
      measure,
      head: column.kind === 'count' && measure !== 'orders' && measure !== 'units' ? `${head} ${column.unit}s` : head,
      now: valueText(column, now),
      before: valueText(column, before),
      change: changeWords({ now, before }),
    }
  })
  const share = (value: number | null): string => (value === null ? missing : shareWords(value, 1))
  return [
    ...byDay,
    {
      measure: 'waits',
      head: 'Paid within 5 min',
      now: share(paidQuickly.now),
      before: share(paidQuickly.before),
      change: pointsWords(paidQuickly),
    },
  ]
}
