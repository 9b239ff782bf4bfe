import { z } from 'zod'
import { idSchema, type DashboardId, type ScheduleId } from '../../ids'
import { command, output, query } from '../../request'
import type { Dashboard } from '../../views/dashboard'
import { rhythms, scheduledReports, type ReportSchedule } from './schedule'

const id = idSchema<ScheduleId>()
const saved = output<{ readonly id: ScheduleId }>()

/** A report as the page that makes it needs it. */
export interface ScheduledPage {
  readonly schedule: ReportSchedule
  /** Null where the report is no dashboard, or its dashboard was removed. */
  readonly dashboard: Dashboard | null
}

export const schedulesRequests = {
  'schedules.list': query(['manager'], z.strictObject({}), output<readonly ReportSchedule[]>()),
  'schedules.one': query(['manager'], z.strictObject({ id }), output<ScheduledPage | null>()),
  'schedules.add': command(
    ['manager'],
    {
      id,
      report: z.enum(scheduledReports),
      dashboardId: idSchema<DashboardId>().nullable(),
      every: z.enum(rhythms),
    },
    saved,
  ),
  'schedules.remove': command(['manager'], { id }, saved),
}
