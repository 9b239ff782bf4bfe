import { campaignStates } from '../../shared/campaigns/campaign'
import { marketFacts } from '../../shared/campaigns/market'
import { progressOf } from '../../shared/campaigns/progress'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { Column } from '../ui/column'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import { When } from '../ui/When'
import { reachedWords, timeWords } from './campaignWords'
import classes from './campaigns.module.css'

export const campaignColumns: readonly Column<CampaignView>[] = [
  {
    id: 'product',
    head: 'Product',
    width: 'minmax(150px, 2fr)',
    sort: ({ productName }) => productName,
    cell: ({ campaign, productName }) => (
      <>
        <span className={classes.strong}>{productName}</span>{' '}
        <span className={classes.quiet}>{marketFacts[campaign.market].name}</span>
      </>
    ),
  },
  {
    id: 'state',
    head: 'State',
    width: '176px',
    sort: ({ state }) => campaignStates.indexOf(state),
    cell: ({ state }) => <StatusBadge kind="campaign" state={state} />,
  },
  {
    id: 'progress',
    head: 'Progress',
    width: 'minmax(156px, 1.2fr)',
    sort: ({ campaign, tally }) => progressOf(campaign, tally).share,
    descendingFirst: true,
    cell: (view) => <Bar view={view} />,
  },
  {
    id: 'reached',
    head: 'Paid, of target',
    width: 'minmax(186px, 1fr)',
    align: 'right',
    cell: ({ campaign, tally }) => reachedWords(tally.net, campaign),
  },
  {
    id: 'ends',
    head: 'Ends',
    width: '112px',
    sort: ({ campaign }) => campaign.endsAt,
    cell: ({ campaign }) => <When at={campaign.endsAt} zone={campaign.zone} form="day" />,
  },
  { id: 'time', head: 'Time left', width: '122px', cell: (view) => <TimeLeft view={view} /> },
]

function Bar({ view }: { readonly view: CampaignView }) {
  const now = useNow()
  const { campaign, tally, state } = view
  if (state === 'draft') return <span className={classes.quiet}>–</span>
  return <ProgressBar campaign={campaign} tally={tally} state={state} at={now} size="row" />
}

function TimeLeft({ view }: { readonly view: CampaignView }) {
  const now = useNow()
  return timeWords(view.campaign, view.state, now)
}
