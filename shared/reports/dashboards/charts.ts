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
  held: { name: 'Money held', of: 'shop' },
  promises: { name: 'Shipping promises', of: 'shop' },
  'campaign-progress': { name: 'Progress of a campaign', of: 'campaign' },
  'campaign-days': { name: 'A campaign, day by day', of: 'campaign' },
  'campaign-hours': { name: 'A campaign by the hour', of: 'campaign' },
  'campaign-totals': { name: 'The three totals of a campaign', of: 'campaign' },
  'campaign-modes': { name: 'Payment modes of a campaign', of: 'campaign' },
  'campaign-variants': { name: 'Variants of a campaign', of: 'campaign' },
  'campaign-regions': { name: 'States of a campaign', of: 'campaign' },
  'campaign-reasons': { name: 'Why units of a campaign were cancelled', of: 'campaign' },
} as const satisfies Readonly<Record<string, DashboardChartFacts>>

/** What a dashboard can show. */
export const dashboardCharts: Readonly<Record<keyof typeof charts, DashboardChartFacts>> = charts

export type DashboardChartName = keyof typeof charts

export const isDashboardChart = (name: string): name is DashboardChartName => Object.hasOwn(dashboardCharts, name)
