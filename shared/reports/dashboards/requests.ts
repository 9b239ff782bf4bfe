import { z } from 'zod'
import { idSchema, type CampaignId, type DashboardId } from '../../ids'
import { command, lineSchema, output, query } from '../../request'
import type { Dashboard } from '../../views/dashboard'
import { dashboardCharts, isDashboardChart } from './charts'

const dashboardId = idSchema<DashboardId>()

const chartSchema = z
  .strictObject({
    chart: z.string().refine(isDashboardChart, 'There is no such chart.'),
    campaignId: idSchema<CampaignId>().nullable(),
    wide: z.boolean(),
  })
  .refine(
    ({ chart, campaignId }) =>
      isDashboardChart(chart) && (dashboardCharts[chart].of === 'campaign') === (campaignId !== null),
    { message: 'Choose the campaign that the chart shows.', path: ['campaignId'] },
  )

const saved = output<{ readonly id: DashboardId }>()

export const dashboardsRequests = {
  /** Those of whoever asks, in the order in which they were first saved. */
  'dashboards.mine': query(['manager'], z.strictObject({}), output<readonly Dashboard[]>()),
  /** Adds a dashboard, or changes the one with its id. */
  'dashboards.save': command(
    ['manager'],
    { id: dashboardId, name: lineSchema(60, 1), charts: z.array(chartSchema).max(24, 'At most 24 charts.') },
    saved,
  ),
  'dashboards.remove': command(['manager'], { id: dashboardId }, saved),
}
