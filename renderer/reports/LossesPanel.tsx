import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CampaignFacts } from '../../shared/reports/campaign/facts'
import { lossRates } from '../../shared/reports/campaign/rates'
import { useAsk } from '../api'
import { missing, shareWords } from '../ui/chart/chartWords'
import { counted, grouped, orderCount, unitCount } from '../ui/counts'
import { behindEvent } from './charts/behind'
import { OfCampaign, type CampaignChartProps } from './charts/OfCampaign'
import classes from './campaignCharts.module.css'

/** What is lost on the way to the bar, and who comes again: four numbers, each with what it is of. */
export function LossesPanel({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Numbers facts={facts} />}</OfCampaign>
}

function Numbers({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, tally } = facts
  const { lapse, cancellation } = lossRates(facts)
  const asked = useAsk('reports.supporters', { id: campaign.id })
  const found = asked.state === 'loaded' ? asked.value : null
  const people = found?.supporters ?? null
  return (
    <dl className={classes.numbers} aria-label="Losses and supporters">
      <Figure name="Orders that lapsed unpaid" figure={shareWords(lapse, 1)}>
        <Link to="/orders" search={behindEvent(campaign.id, 'lapsed')}>
          {orderCount(tally.lapsed.orders)}
        </Link>{' '}
        of {grouped(tally.placed.orders - tally.awaiting.orders)} that no longer await payment
      </Figure>
      <Figure name="Paid units that were cancelled" figure={shareWords(cancellation, 1)}>
        <Link to="/orders" search={behindEvent(campaign.id, 'cancelled')}>
          {grouped(tally.paid.units - tally.net.units)}
        </Link>{' '}
        of {unitCount(tally.paid.units)} paid in time
      </Figure>
      <Figure name="Supporters with several orders" figure={shareWords(found?.repeated ?? null, people)}>
        {found === null ? missing : `${grouped(found.repeated)} of ${counted(found.supporters, 'supporter')}`}
      </Figure>
      <Figure name="Supporters from earlier campaigns" figure={shareWords(found?.returning ?? null, people)}>
        {found === null ? missing : `${grouped(found.returning)} of ${counted(found.supporters, 'supporter')}`}
      </Figure>
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly figure: string
  readonly children: ReactNode
}

function Figure({ name, figure, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.figure}>{figure}</dd>
      <dd>{children}</dd>
    </div>
  )
}
