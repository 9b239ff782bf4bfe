import type { ComponentType } from 'react'
import type { CampaignId } from '../../../shared/ids'
import type { DashboardChartName } from '../../../shared/reports/dashboards/charts'
import { CampaignProgressChart } from '../charts/CampaignProgressChart'
import { DailyChart } from '../charts/DailyChart'
import { HourMapChart } from '../charts/HourMapChart'
import { ModesChart } from '../charts/ModesChart'
import { ReasonsChart } from '../charts/ReasonsChart'
import { RegionsChart } from '../charts/RegionsChart'
import { TotalsChart } from '../charts/TotalsChart'
import { VariantsChart } from '../charts/VariantsChart'
import { HeldChart } from '../charts/HeldChart'
import { PeriodChart } from '../charts/PeriodChart'
import { PromisesChart } from '../charts/PromisesChart'
import { WaitsChart } from '../charts/WaitsChart'

/** A chart of the whole shop takes no campaign. */
interface PartProps {
  readonly campaignId: CampaignId | null
}

/** A chart of one campaign; a dashboard names the campaign with it. */
function ofCampaign(Chart: ComponentType<{ readonly campaignId: CampaignId }>): ComponentType<PartProps> {
  return function ChartOfCampaign({ campaignId }: PartProps) {
    return campaignId === null ? null : <Chart campaignId={campaignId} />
  }
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
  'campaign-progress': ofCampaign(CampaignProgressChart),
  'campaign-days': ofCampaign(DailyChart),
  'campaign-hours': ofCampaign(HourMapChart),
  'campaign-totals': ofCampaign(TotalsChart),
  'campaign-modes': ofCampaign(ModesChart),
  'campaign-variants': ofCampaign(VariantsChart),
  'campaign-regions': ofCampaign(RegionsChart),
  'campaign-reasons': ofCampaign(ReasonsChart),
}
