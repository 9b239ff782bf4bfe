import { useNavigate } from '@tanstack/react-router'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Day } from '../../../shared/time'
import { useMay } from '../../session/useSession'
import { PageShell } from '../../ui/PageShell'
import { StatusBadge } from '../../ui/StatusBadge'
import { useNow } from '../../ui/useNow'
import { OffersPanel } from '../offers/OffersPanel'
import { CampaignTabs } from '../CampaignTabs'
import { BeforeLaunch } from './BeforeLaunch'
import { CampaignActions } from './CampaignActions'
import { LatestOrders } from './LatestOrders'
import { PaidPerDayChart } from './PaidPerDayChart'
import { daySearch, type DayEvent } from './chartDays'
import { ProgressChart } from './ProgressChart'
import { ProgressPanel } from './ProgressPanel'
import { TermsPanel } from './TermsPanel'

export function CampaignStory({ view }: { readonly view: CampaignView }) {
  const { campaign, tally, state, productName } = view
  const now = useNow()
  const navigate = useNavigate()
  const seesOrders = useMay('support', 'manager')
  const launched = campaign.launchedAt !== null
  const openDay = (day: Day, what: DayEvent = 'paid') =>
    void navigate({ to: '/orders', search: { campaignId: campaign.id, ...daySearch(day, what) } })
  const charts = { campaign, productName, tally, at: now, onDay: seesOrders ? openDay : undefined }
  return (
    <PageShell
      title={productName}
      crumbs={[{ label: 'Campaigns', link: { to: '/campaigns' } }]}
      mark={<StatusBadge kind="campaign" state={state} />}
      action={<CampaignActions view={view} at={now} />}
      aside={
        <>
          {launched && <TermsPanel view={view} />}
          <OffersPanel campaign={campaign} state={state} at={now} />
        </>
      }
    >
      {launched && <CampaignTabs campaignId={campaign.id} tab="overview" />}
      {launched ? (
        <ProgressPanel view={view} at={now} seesOrders={seesOrders} />
      ) : (
        <>
          <BeforeLaunch view={view} at={now} />
          <TermsPanel view={view} />
        </>
      )}
      {launched && state !== 'scheduled' && (
        <>
          <ProgressChart {...charts} />
          <PaidPerDayChart {...charts} />
        </>
      )}
      {launched && seesOrders && <LatestOrders campaign={campaign} total={tally.placed.orders} />}
    </PageShell>
  )
}
