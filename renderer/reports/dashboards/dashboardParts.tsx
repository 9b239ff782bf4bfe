import type { ComponentType } from 'react'
import type { CampaignId } from '../../../shared/ids'
import type { DashboardChartName } from '../../../shared/reports/dashboards/charts'
import { HeldChart } from '../charts/HeldChart'
import { PeriodChart } from '../charts/PeriodChart'
import { PromisesChart } from '../charts/PromisesChart'
import { WaitsChart } from '../charts/WaitsChart'

/** A chart of the whole shop takes no campaign. */
interface PartProps {
  readonly campaignId: CampaignId | null
}

/** The chart behind each name that a dashboard may hold. */
export const dashboardParts: Record<DashboardChartName, ComponentType<PartProps>> = {
  paid: () => <PeriodChart measure="paid" />,
  orders: () => <PeriodChart measure="orders" />,
  cancelled: () => <PeriodChart measure="cancelled" />,
  refunded: () => <PeriodChart measure="refunded" />,
  waits: () => <WaitsChart />,
  held: () => <HeldChart />,
  promises: () => <PromisesChart />,
}
