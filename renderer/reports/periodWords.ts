import type { Period, PeriodName, Span } from '../../shared/reports/period'
import type { Compared } from '../../shared/reports/portfolio/periodReport'
import { grouped } from '../ui/counts'
import { dayWords, missing } from '../ui/chart/chartWords'

export const periodLabels: Readonly<Record<PeriodName, string>> = {
  'last 7 days': 'Last 7 days',
  'last 30 days': 'Last 30 days',
  'last 90 days': 'Last 90 days',
  'this month': 'This month',
  'last month': 'Last month',
  'this quarter': 'This quarter',
  'last quarter': 'Last quarter',
}

/** "Last 30 days", "14 Apr 2018 – 3 May 2018". */
export const periodLabel = (period: Period): string =>
  period.kind === 'days' ? spanWords(period) : periodLabels[period.kind]

/** "14 Apr 2018 – 3 May 2018", "14 Apr 2018". */
export const spanWords = ({ from, to }: Span): string =>
  from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`

/** How a number differs from the earlier one: "12 % more", "6 times what it was", "as before". A dash where there is nothing to divide by. */
export function changeWords({ now, before }: Compared): string {
  if (now === null || before === null || before === 0) return missing
  const times = now / before
  if (times >= 3) return `${grouped(Math.round(times))} times what it was`
  const change = times - 1
  const percent = Math.abs(change * 100)
  if (percent < 0.05) return 'as before'
  const words = percent >= 10 ? String(Math.round(percent)) : percent.toFixed(1)
  return `${words} % ${change > 0 ? 'more' : 'less'}`
}

/** How a share differs: "3 points more". Shares are not divided by each other. */
export function pointsWords({ now, before }: Compared): string {
  if (now === null || before === null) return missing
  const points = Math.round((now - before) * 100)
  if (points === 0) return 'as before'
  return `${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} ${points > 0 ? 'more' : 'less'}`
}
