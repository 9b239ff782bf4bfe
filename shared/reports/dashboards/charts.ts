interface DashboardChartFacts {
  readonly name: string
  /** Shows the whole shop, or one campaign that is chosen with it. */
  readonly of: 'shop' | 'campaign'
}

const charts = {
  'paid-per-day': { name: 'Paid per day', of: 'shop' },
} as const satisfies Readonly<Record<string, DashboardChartFacts>>

/** What a dashboard can show. */
export const dashboardCharts: Readonly<Record<keyof typeof charts, DashboardChartFacts>> = charts

export type DashboardChartName = keyof typeof charts

export const isDashboardChart = (name: string): name is DashboardChartName => Object.hasOwn(dashboardCharts, name)
