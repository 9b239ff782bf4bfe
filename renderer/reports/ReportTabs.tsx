import { Link } from '@tanstack/react-router'
import classes from './reports.module.css'

interface ReportTab {
  readonly to:
    | '/reports'
    | '/reports/compare'
    | '/reports/what-if'
    | '/reports/money'
    | '/reports/releases'
    | '/reports/dashboards'
  readonly label: string
}

const tabs: readonly ReportTab[] = [
  { to: '/reports', label: 'Portfolio' },
  { to: '/reports/compare', label: 'Compare' },
  { to: '/reports/what-if', label: 'What if' },
  { to: '/reports/money', label: 'Money' },
  { to: '/reports/releases', label: 'After the end' },
  { to: '/reports/dashboards', label: 'Dashboards' },
]

/** The reports of the programme, below every report's title. */
export function ReportTabs() {
  return (
    <nav aria-label="Reports" className={classes.tabs}>
      {tabs.map(({ to, label }) => (
        <Link
          key={label}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
