import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { isDashboardChart } from '../../../shared/reports/dashboards/charts'
import type { DashboardChart as Placed } from '../../../shared/views/dashboard'
import { dashboardParts } from './dashboardParts'
import classes from './dashboards.module.css'

interface DashboardChartProps {
  readonly placed: Placed
  /** What may be done with it; nothing on paper and while it is only looked at. */
  readonly tools?: ReactNode
}

/** One chart in its place. */
export function DashboardChart({ placed, tools }: DashboardChartProps) {
  const { chart, campaignId, wide } = placed
  const Part = isDashboardChart(chart) ? dashboardParts[chart] : null
  return (
    <div className={classes.place} data-wide={wide || undefined}>
      {tools}
      {Part === null ? (
        <Text c="dimmed">This version of the program does not know the chart “{chart}”.</Text>
      ) : (
        <Part campaignId={campaignId} />
      )}
    </div>
  )
}
