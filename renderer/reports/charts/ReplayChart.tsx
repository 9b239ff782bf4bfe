import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis } from 'recharts'
import { targetNumber } from '../../../shared/campaigns/progress'
import { chartTable, type ChartColumn, type ChartPoint } from '../../../shared/reports/chartTable'
import type { WhatIfAnswer } from '../../../shared/reports/whatIf/requests'
import { useAsk } from '../../api'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import {
  axisLook,
  bandLook,
  chartColours,
  dayLook,
  gridLook,
  labelLook,
  lineLook,
  plotLook,
  targetLook,
} from '../../ui/chart/chartTheme'
import { axisWords } from '../../ui/chart/chartWords'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { LoadedView } from '../../ui/LoadedView'
import type { WhatIfAsk } from '../whatIf/search'
import { answerTitle, measureOf, resultWords, termWords } from '../whatIf/termWords'
import { ChartSkeleton } from './ChartSkeleton'

interface ReplayChartProps {
  readonly ask: WhatIfAsk
}

/** Where the bars of past campaigns would have stood at the end of each day. */
export function ReplayChart({ ask }: ReplayChartProps) {
  const answer = useAsk('reports.whatIf', ask, { keep: true })
  return (
    <LoadedView of={answer} skeleton={<ChartSkeleton />}>
      {(found) => <Replay ask={ask} answer={found} />}
    </LoadedView>
  )
}

type Key = 'day' | 'low' | 'median' | 'high'

function Replay({ ask, answer }: ReplayChartProps & { readonly answer: WhatIfAnswer }) {
  const navigate = useNavigate()
  const table = useMemo(() => {
    const measure = measureOf(ask)
    const columns: readonly ChartColumn<Key>[] = [
      { kind: 'text', key: 'day', head: 'Day of the timeline' },
      { ...measure, key: 'low', head: '80 % from' },
      { ...measure, key: 'median', head: 'Median' },
      { ...measure, key: 'high', head: '80 % to' },
    ]
    return chartTable(
      columns,
      answer.byDay.map((range, place) => ({ ...range, day: String(place + 1) })),
    )
  }, [ask, answer])
  const target = targetNumber(ask.target)
  return (
    <ChartFrame
      name="The replay"
      title={answerTitle(answer, ask)}
      words={termWords(ask)}
      empty={answerTitle(answer, ask)}
      table={table}
      onOpen={() => void navigate({ to: '/reports/compare', search: { market: ask.market, axis: 'day' } })}
      leadsTo="the market’s campaigns, compared"
      legend={[
        { label: 'Median', colour: chartColours.forecast, look: 'line' },
        { label: '80 % of past campaigns', colour: chartColours.forecast, look: 'band' },
      ]}
    >
      {(points) => (
        <ComposedChart data={[...points]} {...plotLook}>
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="day" tickFormatter={(day: string) => `day ${day}`} {...dayLook} {...axisLook} />
          <ValueAxis of={['median', 'high']} also={target} words={axisWords(measureOf(ask))} wholeNumbers />
          <ChartTip />
          <Area dataKey={band} {...bandLook.outer} activeDot={false} />
          <ReferenceLine
            y={target}
            label={{ ...labelLook, value: `target ${resultWords(target, ask)}`, position: 'insideBottomLeft' }}
            {...targetLook}
          />
          <Line dataKey="median" stroke={chartColours.forecast} {...lineLook} />
        </ComposedChart>
      )}
    </ChartFrame>
  )
}

const band = ({ low, high }: ChartPoint): [number, number] | null =>
  typeof low === 'number' && typeof high === 'number' ? [low, high] : null
