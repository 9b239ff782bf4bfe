import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis } from 'recharts'
import type { CampaignId } from '../../../shared/ids'
import { chartTable } from '../../../shared/reports/chartTable'
import type { ReleaseReport } from '../../../shared/reports/release/releaseReport'
import { useAsk } from '../../api'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, dayLook, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { axisWords, dayTick } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { counted, unitCount } from '../../ui/counts'
import { LoadedView } from '../../ui/LoadedView'
import { behindEvent } from './behind'
import { useOrdersBehind } from './useOrdersBehind'

/** How an ended campaign's paid units came, day by day; a day leads to its orders. */
export function ReleasePaceChart({ campaignId }: { readonly campaignId: CampaignId }) {
  const report = useAsk('reports.release', { campaignId })
  return (
    <LoadedView of={report}>
      {(loaded) => loaded !== null && <Pace campaignId={campaignId} report={loaded} />}
    </LoadedView>
  )
}

interface PaceProps {
  readonly campaignId: CampaignId
  readonly report: ReleaseReport
}

function Pace({ campaignId, report: { pace, paid, zone } }: PaceProps) {
  const open = useOrdersBehind((row: number) => pace[row] && behindEvent(campaignId, 'paid', pace[row].day))
  const table = useMemo(
    () =>
      chartTable<(typeof pace)[number]>(
        [
          { kind: 'day', zone, key: 'day', head: 'Day' },
          { kind: 'count', unit: 'unit', key: 'units', head: 'Paid' },
        ],
        pace,
      ),
    [pace, zone],
  )
  return (
    <ChartFrame
      name="Paid units per day"
      title={`${unitCount(paid.units)} paid in ${counted(pace.length, 'day')}`}
      table={paid.units > 0 ? table : { ...table, rows: [] }}
      empty="Nothing was paid in time"
      onOpen={open}
      leadsTo="orders paid that day"
    >
      {(points) => (
        <BarChart data={[...points]} barCategoryGap={2} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" {...axisLook} tickFormatter={dayTick} {...dayLook} />
          <ValueAxis of={['units']} count={4} words={axisWords({ kind: 'count', unit: 'unit' })} />
          <ChartTip />
          <Bar dataKey="units" fill={chartColours.paid} radius={[2, 2, 0, 0]} {...barLook} />
        </BarChart>
      )}
    </ChartFrame>
  )
}
