import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import { marketFacts } from '../../shared/campaigns/market'
import { outcomeOf } from '../../shared/settlement/decide'
import { toVoid } from '../../shared/settlement/preview'
import type { Instant } from '../../shared/time'
import type { Column } from '../ui/column'
import { Money } from '../ui/Money'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import { RunProgress } from './RunProgress'

type SettlementColumn = Column<CampaignView>

const product: SettlementColumn = {
  id: 'product',
  head: 'Campaign',
  width: 'minmax(160px, 2fr)',
  sort: ({ productName }) => productName,
  cell: (view) => view.productName,
}
const market: SettlementColumn = {
  id: 'market',
  head: 'Market',
  width: '84px',
  cell: ({ campaign }) => marketFacts[campaign.market].name,
}
const ended: SettlementColumn = {
  id: 'ended',
  head: 'Ended',
  width: '116px',
  sort: ({ campaign }) => campaign.calledOff?.at ?? campaign.endsAt,
  descendingFirst: true,
  cell: ({ campaign }) => <When at={campaign.calledOff?.at ?? campaign.endsAt} zone={campaign.zone} />,
}
const state: SettlementColumn = {
  id: 'state',
  head: 'State',
  width: '124px',
  cell: (view) => <StatusBadge kind="campaign" state={view.state} />,
}
const bar = (at: Instant): SettlementColumn => ({
  id: 'bar',
  head: 'Progress',
  width: 'minmax(180px, 1.5fr)',
  cell: ({ campaign, tally, state: named }) => <ProgressBar campaign={campaign} tally={tally} state={named} at={at} />,
})

const owed: SettlementColumn = {
  id: 'owed',
  head: 'Newly owed',
  width: '128px',
  align: 'right',
  cell: ({ campaign, tally }) => (
    <Money amount={toVoid(outcomeOf(campaign, tally).outcome, tally).amount} currency={campaign.currency} />
  ),
}

/** What an approval would decide: the outcome stands, only nobody has approved it. */
const wouldBe: SettlementColumn = {
  id: 'outcome',
  head: 'Would be',
  width: '116px',
  cell: ({ campaign, tally }) => <StatusBadge kind="campaign" state={outcomeOf(campaign, tally).outcome} />,
}

const run: SettlementColumn = {
  id: 'run',
  head: 'Orders voided',
  width: 'minmax(160px, 1fr)',
  cell: ({ campaign }) => campaign.settlement !== null && <RunProgress settlement={campaign.settlement} />,
}

const captured: SettlementColumn = {
  id: 'captured',
  head: 'Captured',
  width: '128px',
  align: 'right',
  cell: ({ campaign }) => <Total view={campaign} what="captured" />,
}
const kept: SettlementColumn = {
  id: 'kept',
  head: 'Kept',
  width: '128px',
  align: 'right',
  cell: ({ campaign }) => <Total view={campaign} what="kept" />,
}
const closed: SettlementColumn = {
  id: 'closed',
  head: 'Closed',
  width: '116px',
  descendingFirst: true,
  sort: ({ campaign }) => campaign.settlement?.statement?.closedAt ?? 0,
  cell: ({ campaign }) => {
    const at = campaign.settlement?.statement?.closedAt
    return at !== undefined && <When at={at} zone={campaign.zone} />
  },
}
const approvedBy: SettlementColumn = {
  id: 'approvedBy',
  head: 'Approved by',
  width: 'minmax(96px, 1fr)',
  cell: ({ campaign }) => campaign.settlement?.approvedByName,
}
const statement: SettlementColumn = {
  id: 'statement',
  head: 'Statement',
  width: '96px',
  cell: ({ campaign }) => (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/settlement/$campaignId/statement" params={{ campaignId: campaign.id }} {...props} />
      )}
    >
      Open
    </Anchor>
  ),
}

interface TotalProps {
  readonly view: CampaignView['campaign']
  readonly what: 'captured' | 'kept'
}

function Total({ view, what }: TotalProps) {
  const total = view.settlement?.statement?.total
  return total !== undefined && <Money amount={total[what]} currency={view.currency} />
}

export const dueColumns = (at: Instant): readonly SettlementColumn[] => [product, market, ended, bar(at), wouldBe, owed]
export const runningColumns = (at: Instant): readonly SettlementColumn[] => [
  product,
  market,
  ended,
  bar(at),
  run,
  approvedBy,
]
export const closedColumns: readonly SettlementColumn[] = [
  product,
  market,
  state,
  captured,
  kept,
  closed,
  approvedBy,
  statement,
]
