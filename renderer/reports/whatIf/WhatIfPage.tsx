import { getRouteApi } from '@tanstack/react-router'
import { useAsk } from '../../api'
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
  const views = useAsk('campaigns.list', { text: '', states: [], productId: null })
  const change = (next: WhatIfSearch) =>
    void navigate({ search: whatIfSearch.parse(next), replace: true, resetScroll: false })
  return (
    <PageShell
      title="What if"
      crumbs={[{ label: 'Reports', link: { to: '/reports' } }]}
      secondary={<SavePdfButton page="What if" />}
    >
      <ReportTabs />
      <LoadedView of={views}>
        {(campaigns) => {
          const base = campaigns.find(({ campaign }) => campaign.id === search.campaignId)?.campaign ?? null
          const ask = whatIfAsk(search, base)
          return (
            <>
              <Panel title="Terms">
                <TermsFields search={search} ask={ask} base={base} campaigns={campaigns} onChange={change} />
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
