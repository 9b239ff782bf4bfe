import { IconChartBar } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { CampaignId } from '../../shared/ids'
import { useAsk } from '../api'
import { CampaignTabs } from '../campaigns/CampaignTabs'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { SavePdfButton } from '../ui/SavePdfButton'
import { StatusBadge } from '../ui/StatusBadge'
import { CalibrationChart } from './charts/CalibrationChart'
import { CampaignProgressChart } from './charts/CampaignProgressChart'
import { ClockHoursChart } from './charts/ClockHoursChart'
import { DailyChart } from './charts/DailyChart'
import { HourMapChart } from './charts/HourMapChart'
import { ModesChart } from './charts/ModesChart'
import { OffersChart } from './charts/OffersChart'
import { PostalAreasChart } from './charts/PostalAreasChart'
import { PostalZonesChart } from './charts/PostalZonesChart'
import { ReasonsChart } from './charts/ReasonsChart'
import { RegionsChart } from './charts/RegionsChart'
import { TotalsChart } from './charts/TotalsChart'
import { VariantsChart } from './charts/VariantsChart'
import { PaymentWaitsChart } from './charts/PaymentWaitsChart'
import { ForecastPanel } from './ForecastPanel'
import { LossesPanel } from './LossesPanel'
import classes from './campaignCharts.module.css'

const campaignsCrumb = { label: 'Campaigns', link: { to: '/campaigns' } } as const

/** Everything about one campaign that a chart can answer. */
export function CampaignChartsPage() {
  const campaignId = useParams({ from: '/campaigns/$campaignId/charts' }).campaignId as CampaignId
  const view = useAsk('campaigns.one', { id: campaignId })
  // What nearly all charts are of, asked while the page is not there yet.
  useAsk('reports.campaign', { id: campaignId })
  return (
    <LoadedView of={view}>
      {(found) => (found === null ? <NoSuchCampaign /> : <Charts key={campaignId} view={found} />)}
    </LoadedView>
  )
}

function NoSuchCampaign() {
  return (
    <PageShell title="No such campaign" crumbs={[campaignsCrumb]}>
      <EmptyState icon={IconChartBar} title="There is no campaign at this address">
        The address may be incomplete, or the draft was discarded.
      </EmptyState>
    </PageShell>
  )
}

function Charts({ view }: { readonly view: CampaignView }) {
  const { campaign, productName, state } = view
  const { id: campaignId } = campaign
  return (
    <PageShell
      title={productName}
      crumbs={[campaignsCrumb]}
      mark={<StatusBadge kind="campaign" state={state} />}
      secondary={<SavePdfButton page={`Charts of ${productName}`} />}
    >
      <CampaignTabs campaignId={campaignId} tab="charts" />
      {state === 'draft' || state === 'scheduled' ? (
        <EmptyState icon={IconChartBar} title="This campaign has not started">
          Its charts fill with its first orders.
        </EmptyState>
      ) : (
        <>
          <ForecastPanel campaignId={campaignId} />
          <CampaignProgressChart campaignId={campaignId} />
          <DailyChart campaignId={campaignId} />
          <LossesPanel campaignId={campaignId} />
          <OffersChart campaignId={campaignId} />
          <HourMapChart campaignId={campaignId} />
          <div className={classes.grid}>
            <ClockHoursChart campaignId={campaignId} />
            <PaymentWaitsChart campaignId={campaignId} />
            <TotalsChart campaignId={campaignId} />
            <VariantsChart campaignId={campaignId} />
            <ModesChart campaignId={campaignId} />
            <ReasonsChart campaignId={campaignId} />
            <RegionsChart campaignId={campaignId} />
            <PostalZonesChart campaignId={campaignId} />
            <PostalAreasChart campaignId={campaignId} />
            <CalibrationChart />
          </div>
        </>
      )}
    </PageShell>
  )
}
