import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis } from 'recharts'
import { fewestForRecord, type ForecastRecord } from '../../../shared/reports/campaign/outlook'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import { useAsk } from '../../api'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, chartColours, gridLook, labelLook, lineLook, plotLook, targetLook } from '../../ui/chart/chartTheme'
import { axisWords, shareWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { counted } from '../../ui/counts'
import { LoadedView } from '../../ui/LoadedView'
import { ChartSkeleton } from './ChartSkeleton'

/** The forecast's own record over the shop's past campaigns: what it would have said, and how often that came true. */
export function CalibrationChart() {
  const record = useAsk('reports.forecastRecord', {})
  return (
    <LoadedView of={record} skeleton={<ChartSkeleton />}>
      {(found) => <Calibration record={found} />}
    </LoadedView>
  )
}

type Key = 'bin' | 'said' | 'happened' | 'n'

const columns: readonly ChartColumn<Key>[] = [
  { kind: 'text', key: 'bin', head: 'Forecasts that said' },
  { kind: 'share', key: 'said', head: 'Said on average' },
  { kind: 'share', key: 'happened', head: 'Were funded' },
  { kind: 'count', unit: 'forecast', key: 'n', head: 'Forecasts' },
]

function Calibration({ record: { campaigns, bins, within } }: { readonly record: ForecastRecord }) {
  const navigate = useNavigate()
  const table = useMemo(() => {
    const rows = bins.map(({ from, to, said, happened, n }) => {
      return { bin: `${Math.round(from * 100)}–${Math.round(to * 100)} %`, said, happened, n }
    })
    return chartTable(columns, rows)
  }, [bins])
  const few = `Its record needs ${fewestForRecord} past campaigns; there ${campaigns === 1 ? 'is' : 'are'} ${campaigns}`
  return (
    <ChartFrame
      name="The forecast’s record"
      title={`Over ${counted(campaigns, 'past campaign')}, ${shareWords(within, 1)} of results lay in the 80 % range`}
      empty={few}
      table={table}
      onOpen={() => void navigate({ to: '/reports/releases' })}
      leadsTo="the campaigns that are over"
      legend={[
        { label: 'Were funded, of those campaigns', colour: chartColours.funded, look: 'line' },
        { label: 'As often as it said', colour: chartColours.pace, look: 'dashed' },
      ]}
    >
      {(points) => (
        <ComposedChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis
            dataKey="said"
            type="number"
            domain={[0, 1]}
            tickFormatter={axisWords({ kind: 'share' })}
            height={44}
            label={{ ...labelLook, value: 'probability that the forecast said', position: 'insideBottom', offset: 4 }}
            {...axisLook}
          />
          <ValueAxis of={['happened']} also={1} words={axisWords({ kind: 'share' })} />
          <ChartTip />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            {...targetLook}
            stroke={chartColours.pace}
          />
          <Line
            dataKey="happened"
            stroke={chartColours.funded}
            {...lineLook}
            dot={{ r: 4, fill: chartColours.funded }}
          />
        </ComposedChart>
      )}
    </ChartFrame>
  )
}
