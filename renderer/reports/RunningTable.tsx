import { IconSpeakerphone } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAsk } from '../api'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { restsOnWords } from './forecastWords'
import classes from './reports.module.css'
import { runningColumns, runningRowHeight } from './runningColumns'

/** Seven campaigns; the others are scrolled to. */
const height = 36 + 7 * runningRowHeight

/** Every running campaign by bar, pace and what it needs; each leads to its campaign. */
export function RunningTable() {
  const navigate = useNavigate()
  const running = useAsk('reports.running', {})
  const forecasts = useAsk('reports.forecasts', {})
  const rows = useMemo(() => {
    const known = new Map(forecasts.state === 'loaded' ? forecasts.value.map((each) => [each.id, each.forecast]) : [])
    return running.state === 'loaded' ? running.value.map((row) => ({ ...row, forecast: known.get(row.id) })) : []
  }, [running, forecasts])
  if (running.state === 'failed') return <ErrorState message={running.message} retry={running.retry} />
  const restsOn = rows.find(({ forecast }) => forecast !== undefined)?.forecast?.restsOn
  return (
    <Panel title="Running campaigns" flush>
      <DataTable
        ariaLabel="Running campaigns"
        columns={runningColumns}
        rows={rows}
        loading={running.state === 'loading'}
        rowHeight={runningRowHeight}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })}
        maxHeight={height}
        empty={
          <EmptyState icon={IconSpeakerphone} title="No campaign is running">
            Launched campaigns show here how far they are, their pace, and what they need.
          </EmptyState>
        }
      />
      {restsOn !== undefined && <p className={classes.foot}>Forecasts rest on {restsOnWords(restsOn)}</p>}
    </Panel>
  )
}
