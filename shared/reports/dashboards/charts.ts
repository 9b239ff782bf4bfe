interface DashboardChartFacts {
  readonly name: string
  /** Shows the whole shop, or one campaign that is chosen with it. */
  readonly of: 'shop' | 'campaign'
}

const charts = {
  paid: { name: 'Paid, day by day', of: 'shop' },
  orders: { name: 'Orders, day by day', of: 'shop' },
  cancelled: { name: 'Cancelled, day by day', of: 'shop' },
  refunded: { name: 'Refunded, day by day', of: 'shop' },
  waits: { name: 'From order to payment', of: 'shop' },
  held: { name: 'Whose the money is', of: 'shop' },
  promises: { name: 'Shipping promises', of: 'shop' },
} as const satisfies Readonly<Record<string, DashboardChartFacts>>

/** What a dashboard can show. */
export const dashboardCharts: Readonly<Record<keyof typeof charts, DashboardChartFacts>> = charts

export type DashboardChartName = keyof typeof charts

export const isDashboardChart = (name: string): name is DashboardChartName => Object.hasOwn(dashboardCharts, name)
