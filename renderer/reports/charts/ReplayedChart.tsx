import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { marketFacts } from '../../../shared/campaigns/market'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import type { Replayed } from '../../../shared/reports/whatIf/replay'
import type { WhatIfAnswer } from '../../../shared/reports/whatIf/requests'
import { useAsk } from '../../api'
import { BarList } from '../../ui/chart/BarList'
import { dayTick } from '../../ui/chart/chartWords'
import { counted, grouped } from '../../ui/counts'
import { LoadedView } from '../../ui/LoadedView'
import type { WhatIfAsk } from '../whatIf/search'
import { measureOf, termWords } from '../whatIf/termWords'
import { ChartSkeleton } from './ChartSkeleton'

interface ReplayedChartProps {
  readonly ask: WhatIfAsk
}

/** What each past campaign would have come to; each leads to that campaign's charts. */
export function ReplayedChart({ ask }: ReplayedChartProps) {
  const answer = useAsk('reports.whatIf', ask, { keep: true })
  return (
    <LoadedView of={answer} skeleton={<ChartSkeleton />}>
      {(found) => <Outcomes ask={ask} answer={found} />}
    </LoadedView>
  )
}

type Key = 'name' | 'started' | 'result' | 'outcome' | 'was' | 'ran'

function Outcomes({ ask, answer }: ReplayedChartProps & { readonly answer: WhatIfAnswer }) {
  const navigate = useNavigate()
  const { replayed } = answer
  const table = useMemo(() => {
    const columns: readonly ChartColumn<Key>[] = [
      { kind: 'text', key: 'name', head: 'Campaign' },
      { kind: 'day', zone: marketFacts[ask.market].zone, key: 'started', head: 'Started' },
      { ...measureOf(ask), key: 'result', head: 'Would have come to' },
      { kind: 'text', key: 'outcome', head: 'Outcome' },
      { kind: 'text', key: 'was', head: 'What happened' },
      { kind: 'count', unit: 'day', key: 'ran', head: 'Ran' },
    ]
    return chartTable(columns, replayed.map(rowOf))
  }, [ask, replayed])
  const open = (row: number) => {
    const campaignId = replayed[row]?.campaignId
    if (campaignId !== undefined) void navigate({ to: '/campaigns/$campaignId/charts', params: { campaignId } })
  }
  return (
    <BarList
      name="One by one"
      title={`${grouped(answer.funded)} of ${counted(replayed.length, 'past campaign')} reach the target`}
      words={termWords(ask)}
      empty="No past campaign fits these terms"
      table={table}
      bar="result"
      onOpen={open}
      leadsTo="its charts"
    />
  )
}

const outcomeWords: Record<Replayed['outcome'], string> = {
  funded: 'funded',
  'not funded': 'not funded',
  open: 'open: it ended before that timeline',
}

const rowOf = ({ productName, startsOn, result, outcome, wasFunded, ranDays }: Replayed) => ({
  name: `${productName}, ${dayTick(startsOn)}`,
  started: startsOn,
  result,
  outcome: outcomeWords[outcome],
  was: wasFunded ? 'was funded' : 'was not funded',
  ran: ranDays,
})
