import { Anchor } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CampaignId } from '../../../shared/ids'
import { id } from '../../../shared/ids'
import { formatMoney } from '../../../shared/money'
import type { ReleaseReport } from '../../../shared/reports/release/releaseReport'
import { fullTime } from '../../../shared/time'
import { useAsk } from '../../api'
import { missing } from '../../ui/chart/chartWords'
import { grouped, orderCount, unitCount } from '../../ui/counts'
import { EmptyState } from '../../ui/EmptyState'
import { Facts } from '../../ui/Facts'
import { LoadedView } from '../../ui/LoadedView'
import { PageShell } from '../../ui/PageShell'
import { Panel } from '../../ui/Panel'
import { SavePdfButton } from '../../ui/SavePdfButton'
import { StatusBadge } from '../../ui/StatusBadge'
import { behindNet, behindReason } from '../charts/behind'
import { ReleasePaceChart } from '../charts/ReleasePaceChart'
import { DecisionPanel } from './DecisionPanel'
import { ForecastTable } from './ForecastTable'
import { PartsTable } from './PartsTable'
import { shareWords } from './shareWords'
import classes from './releases.module.css'

const route = getRouteApi('/reports/releases/$campaignId')

const crumbs = [
  { label: 'Reports', link: { to: '/reports' } },
  { label: 'After the end', link: { to: '/reports/releases' } },
] as const

/** What an ended campaign showed about its product, and what was decided from it. */
export function ReleasePage() {
  const campaignId = id<CampaignId>(route.useParams().campaignId)
  const report = useAsk('reports.release', { campaignId })
  return (
    <LoadedView of={report}>
      {(loaded) =>
        loaded === null ? (
          <PageShell title="Not over yet" crumbs={crumbs}>
            <EmptyState title="This campaign has not ended">Its report stands here once it is over.</EmptyState>
          </PageShell>
        ) : (
          <Release report={loaded} />
        )
      }
    </LoadedView>
  )
}

function Release({ report }: { readonly report: ReleaseReport }) {
  const { campaignId, productName, label, outcome } = report
  return (
    <PageShell
      title={productName}
      crumbs={crumbs}
      mark={<StatusBadge kind="campaign" state={outcome} />}
      secondary={<SavePdfButton page={`After the end of ${productName}`} words={[label]} />}
      aside={<DecisionPanel report={report} />}
    >
      <div className={classes.grid}>
        <Demand report={report} />
        <MoneyAndPromise report={report} />
      </div>
      <ReleasePaceChart campaignId={campaignId} />
      <ForecastTable report={report} />
      <div className={classes.pairs}>
        <PartsTable
          title="Why units were cancelled"
          head="Reason"
          parts={report.reasons}
          none="Nothing was cancelled."
          behind={(reason) => behindReason(campaignId, reason)}
        />
        <PartsTable
          title="Which variant"
          head="Variant"
          parts={report.variants}
          none="Nothing is paid."
          behind={(variantId) => behindNet(campaignId, { variantId })}
        />
        <PartsTable
          title="Where"
          head="State or region"
          parts={report.regions}
          none="Nothing is paid."
          behind={(region) => behindNet(campaignId, { region })}
        />
        <PartsTable
          title="Postal areas"
          head="First three digits"
          parts={report.postalAreas}
          none="Nothing is paid."
          behind={(postalArea) => behindNet(campaignId, { postalArea })}
        />
      </div>
    </PageShell>
  )
}

function Demand({ report }: { readonly report: ReleaseReport }) {
  const { share, units, amount, currency, paid, lapsed, cancelledShare } = report
  const asked = useAsk('reports.supporters', { id: report.campaignId })
  const people = asked.state === 'loaded' ? asked.value : null
  const told = (count: number | undefined): string => (count === undefined ? missing : grouped(count))
  return (
    <Panel title={`${shareWords(share)} of its target, ${unitCount(units)}`}>
      <Facts
        of={[
          ['Ended', fullTime(report.endedAt, report.zone)],
          ['Paid, net', `${unitCount(units)}, ${formatMoney(amount, currency)}`],
          ['Paid in time', `${orderCount(paid.orders)}, ${unitCount(paid.units)}`],
          ['Supporters', told(people?.supporters)],
          ['With more than one order', told(people?.repeated)],
          ['Returning from an earlier campaign', told(people?.returning)],
          ['Units cancelled, of those paid', shareWords(cancelledShare)],
          ['Lapsed', `${orderCount(lapsed.orders)}, ${unitCount(lapsed.units)}`],
        ]}
      />
    </Panel>
  )
}

function MoneyAndPromise({ report }: { readonly report: ReleaseReport }) {
  const { campaignId, money, currency, promisesKept, promisesBroken } = report
  const shipped = promisesKept + promisesBroken
  const say = (value: typeof money.captured): string => formatMoney(value, currency, 'always')
  return (
    <Panel
      title={shipped === 0 ? 'Nothing was shipped' : `${shareWords(promisesKept / shipped)} shipped as promised`}
      side={
        <Anchor size="sm" renderRoot={(props) => <Link to="/orders" search={{ campaignId }} {...props} />}>
          Its orders
        </Anchor>
      }
    >
      <Facts
        of={[
          ['Shipped within the promise', shipped > 0 && orderCount(promisesKept)],
          ['Shipped after it', shipped > 0 && orderCount(promisesBroken)],
          ['Captured', say(money.captured)],
          ['Kept', say(money.revenue)],
          ['Held, not settled yet', money.held !== 0 && say(money.held)],
          ['Owed back', say(money.owed)],
          ['Refunded', say(money.refunded)],
        ]}
      />
    </Panel>
  )
}
