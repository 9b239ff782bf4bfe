import { Button, Group } from '@mantine/core'
import { IconLayoutDashboard } from '@tabler/icons-react'
import { useState } from 'react'
import { dashboardCharts, isDashboardChart } from '../../../shared/reports/dashboards/charts'
import type { Dashboard, DashboardChart as Placed } from '../../../shared/views/dashboard'
import { useCommand } from '../../api'
import { EmptyState } from '../../ui/EmptyState'
import { notifyRefused, notifySaved } from '../../ui/notify'
import { AddChart } from './AddChart'
import { ChartTools } from './ChartTools'
import { DashboardChart } from './DashboardChart'
import classes from './dashboards.module.css'

const nameOf = ({ chart }: Placed): string => (isDashboardChart(chart) ? dashboardCharts[chart].name : chart)

/** A dashboard, looked at or arranged; each step of arranging is saved at once. */
export function DashboardBoard({ dashboard }: { readonly dashboard: Dashboard }) {
  const [arranging, setArranging] = useState(dashboard.charts.length === 0)
  const save = useCommand('dashboards.save')
  const remove = useCommand('dashboards.remove')
  const { charts } = dashboard
  const put = async (next: readonly Placed[]) => {
    const reply = await save.run({ ...dashboard, charts: next.map((placed) => ({ ...placed })) })
    if (!reply.ok) notifyRefused(reply.refusal)
  }
  const takeAway = async () => {
    const reply = await remove.run({ id: dashboard.id })
    if (!reply.ok) {
      notifyRefused(reply.refusal)
      return
    }
    const back = { ...dashboard, charts: charts.map((placed) => ({ ...placed })) }
    notifySaved(`The dashboard ${dashboard.name} is removed`, { run: () => void save.run(back) })
  }
  return (
    <>
      <Group className={classes.bar} justify="space-between">
        {arranging ? <AddChart onAdd={(chart) => void put([...charts, chart])} /> : <span />}
        <Group gap={8}>
          {arranging && (
            <Button variant="default" onClick={() => void takeAway()}>
              Remove dashboard
            </Button>
          )}
          <Button variant="default" onClick={() => setArranging(!arranging)}>
            {arranging ? 'Done' : 'Arrange'}
          </Button>
        </Group>
      </Group>
      {charts.length === 0 && (
        <EmptyState icon={IconLayoutDashboard} title="No charts yet">
          Choose a chart above; it shows here and in whatever is written of this dashboard.
        </EmptyState>
      )}
      <div className={classes.grid}>
        {charts.map((placed, at) => (
          <DashboardChart
            key={`${placed.chart} ${placed.campaignId ?? ''} ${String(at)}`}
            placed={placed}
            tools={
              arranging && (
                <ChartTools
                  name={nameOf(placed)}
                  first={at === 0}
                  last={at === charts.length - 1}
                  wide={placed.wide}
                  onMove={(by) => void put(moved(charts, at, by))}
                  onWiden={() => void put(charts.with(at, { ...placed, wide: !placed.wide }))}
                  onRemove={() => void put(charts.filter((_, place) => place !== at))}
                />
              )
            }
          />
        ))}
      </div>
    </>
  )
}

/** The chart at `at` changes places with its neighbour. */
function moved(charts: readonly Placed[], at: number, by: -1 | 1): readonly Placed[] {
  const [own, other] = [charts[at], charts[at + by]]
  return own === undefined || other === undefined ? charts : charts.with(at, other).with(at + by, own)
}
