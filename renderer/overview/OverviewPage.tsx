import type { Overview } from '../../shared/overview/requests'
import { useAsk } from '../api'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { SavePdfButton } from '../ui/SavePdfButton'
import { AttentionList } from './AttentionList'
import { KeyNumbers } from './KeyNumbers'
import classes from './OverviewPage.module.css'
import { PaidPerDay } from './PaidPerDay'
import { RunningCampaigns } from './RunningCampaigns'

/** The manager's page: where the money is, how the bars stand, and what needs someone today. Every number leads to its list. */
export function OverviewPage() {
  const overview = useAsk('overview.today', {})
  return (
    <PageShell title="Overview" secondary={<SavePdfButton page="Overview" />}>
      <LoadedView of={overview}>{(value) => <Today overview={value} />}</LoadedView>
    </PageShell>
  )
}

function Today({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <KeyNumbers overview={overview} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <RunningCampaigns campaigns={overview.running} />
          <PaidPerDay days={overview.days} currency={overview.currency} />
        </div>
        <div className={classes.column}>
          <AttentionList attention={overview.attention} />
        </div>
      </div>
    </>
  )
}
