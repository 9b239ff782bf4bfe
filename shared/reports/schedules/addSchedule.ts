import { ok, refuse, type Result } from '../../result'
import type { ReportSchedule } from './schedule'

/** More files than this nobody looks at. */
const most = 20

/** The schedules with this one at the end. Refused where the same report is written in that rhythm already, and beyond twenty. */
export function addSchedule(
  schedules: readonly ReportSchedule[],
  schedule: ReportSchedule,
): Result<readonly ReportSchedule[]> {
  const { report, dashboardId, every } = schedule
  if ((report === 'dashboard') !== (dashboardId !== null))
    return refuse('no-dashboard', 'Choose the dashboard that is to be written.', 'dashboardId')
  const known = schedules.some(
    (other) => other.report === report && other.dashboardId === dashboardId && other.every === every,
  )
  if (known) return refuse('schedule-known', `This report is written every ${every} already.`, 'every')
  if (schedules.length >= most)
    return refuse('too-many-schedules', `${String(most)} reports are written already. Remove one first.`, 'report')
  return ok([...schedules, schedule])
}
