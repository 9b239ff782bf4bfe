import type { Dashboard } from '../../views/dashboard'
import type { ReportSchedule } from './schedule'

/** "Portfolio", or the name of the dashboard, among those of whoever has it written. */
export function scheduleName({ report, dashboardId }: ReportSchedule, dashboards: readonly Dashboard[]): string {
  if (report === 'portfolio') return 'Portfolio'
  if (report === 'money') return 'Money'
  return dashboards.find(({ id }) => id === dashboardId)?.name ?? 'Dashboard'
}
