import { getRouteApi } from '@tanstack/react-router'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { id, type CampaignId } from '../../../shared/ids'
import { useAsk, type Loaded } from '../../api'
import { LoadedView } from '../../ui/LoadedView'
import { PageShell } from '../../ui/PageShell'
import { Panel } from '../../ui/Panel'
import { SavePdfButton } from '../../ui/SavePdfButton'
import { ReplayChart } from '../charts/ReplayChart'
import { ReplayedChart } from '../charts/ReplayedChart'
import { ReportTabs } from '../ReportTabs'
import { whatIfAsk, whatIfSearch, type WhatIfSearch } from './search'
import { TermsFields } from './TermsFields'
import { WhatIfNotes } from './WhatIfNotes'

const route = getRouteApi('/reports/what-if')

/** Another target, timeline, price or day of launch, replayed on the campaigns that are over. */
export function WhatIfPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { campaignId } = search
  const asked = useAsk(
    'campaigns.one',
    { id: campaignId ?? id<CampaignId>('none') },
    { enabled: campaignId !== undefined, keep: true },
  )
  const base: Loaded<CampaignView | null> =
    campaignId === undefined ? { state: 'loaded', value: null, refreshing: false } : asked
  const change = (next: WhatIfSearch) =>
    void navigate({ search: whatIfSearch.parse(next), replace: true, resetScroll: false })
  return (
    <PageShell
      title="What if"
      crumbs={[{ label: 'Reports', link: { to: '/reports' } }]}
      secondary={<SavePdfButton page="What if" />}
    >
      <ReportTabs />
      <LoadedView of={base}>
        {(view) => {
          const ask = whatIfAsk(search, view?.campaign ?? null)
          return (
            <>
              <Panel title="Terms">
                <TermsFields search={search} ask={ask} base={view?.campaign ?? null} onChange={change} />
              </Panel>
              <ReplayChart ask={ask} />
              <WhatIfNotes ask={ask} />
              <ReplayedChart ask={ask} />
            </>
          )
        }}
      </LoadedView>
    </PageShell>
  )
}
