import { z } from 'zod'
import { idSchema, type DashboardId, type ScheduleId } from '../../ids'
import { command, output, query } from '../../request'
import { rhythms, scheduledReports, type ReportSchedule } from './schedule'

const id = idSchema<ScheduleId>()
const saved = output<{ readonly id: ScheduleId }>()

export const schedulesRequests = {
  'schedules.list': query(['manager'], z.strictObject({}), output<readonly ReportSchedule[]>()),
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
