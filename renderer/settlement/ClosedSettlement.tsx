import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Settlement, Statement } from '../../shared/campaigns/campaign'
import type { CampaignView } from '../../shared/campaigns/requests'
import { Facts } from '../ui/Facts'
import { Panel } from '../ui/Panel'
import { When } from '../ui/When'
import { MoneyByMode } from './MoneyByMode'
import { outcomeWords } from './outcomeWords'
import { Proof } from './Proof'

interface ClosedSettlementProps {
  readonly view: CampaignView
  readonly settlement: Settlement
  readonly statement: Statement
}

/** What was decided, by whom, and what it came to. */
export function ClosedSettlement({ view, settlement, statement }: ClosedSettlementProps) {
  const { campaign, tally } = view
  const open = tally.refundsOwed + tally.refundsSent + tally.refundsFailed
  return (
    <>
      <Panel title="Decision">
        <Text size="sm" mb="sm">
          {outcomeWords(campaign, tally, settlement.reason)}
        </Text>
        <Facts
          of={[
            ['Outcome', `${settlement.outcome}, ${settlement.reason}`],
            ['Approved by', settlement.approvedByName],
            ['Decided', <When key="decided" at={settlement.decidedAt} zone={campaign.zone} />],
            ['Closed', <When key="closed" at={statement.closedAt} zone={campaign.zone} />],
            ['Orders voided', String(statement.ordersVoided)],
            [
              'Refunds still open',
              open > 0 && (
                <Anchor
                  key="open"
                  size="sm"
                  renderRoot={(props) => <Link to="/refunds" search={{ campaignId: campaign.id }} {...props} />}
                >
                  {open}
                </Anchor>
              ),
            ],
          ]}
        />
      </Panel>
      <Panel title="Money when it was closed" flush>
        <MoneyByMode lines={statement.lines} total={statement.total} currency={campaign.currency} />
        <Proof total={statement.total} currency={campaign.currency} />
      </Panel>
    </>
  )
}
