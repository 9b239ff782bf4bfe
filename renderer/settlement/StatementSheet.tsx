import { Title } from '@mantine/core'
import type { Settlement, Statement } from '../../shared/campaigns/campaign'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignView } from '../../shared/campaigns/requests'
import { formatMoney } from '../../shared/money'
import { fullTime, type Instant } from '../../shared/time'
import { useAsk } from '../api'
import { Facts } from '../ui/Facts'
import { Money } from '../ui/Money'
import { MoneyByMode } from './MoneyByMode'
import { outcomeWords } from './outcomeWords'
import { Proof } from './Proof'
import { orderCount, unitCount } from '../ui/counts'
import classes from './statement.module.css'

interface StatementSheetProps {
  readonly view: CampaignView
  readonly settlement: Settlement
  readonly statement: Statement
}

/** The sheet of paper: everything on it is a stored fact of the instant at which the settlement was closed. */
export function StatementSheet({ view, settlement, statement }: StatementSheetProps) {
  const { campaign, tally, productName } = view
  const { zone, currency, target } = campaign
  const shop = useAsk('shop.status', {})
  const shopName = shop.state === 'loaded' && shop.value.kind === 'open' ? shop.value.name : ''
  const when = (at: Instant): string => fullTime(at, zone)
  return (
    <article className={classes.sheet} aria-label={`Settlement statement of ${productName}`}>
      <header className={classes.head}>
        <div>
          <p className={classes.shop}>{shopName}</p>
          <Title order={2}>Settlement statement</Title>
          <p className={classes.of}>{productName}</p>
        </div>
        <p className={classes.outcome} data-outcome={settlement.outcome}>
          {settlement.outcome}
        </p>
      </header>
      <p>{outcomeWords(campaign, tally, settlement.reason)}</p>
      <Facts
        of={[
          ['Market', `${marketFacts[campaign.market].name}, ${currency}`],
          ['Timeline', `${when(campaign.startsAt)} to ${when(campaign.endsAt)}, both included`],
          ['Target', target.kind === 'units' ? unitCount(target.units) : formatMoney(target.amount, currency)],
          ['Orders paid in time', String(statement.ordersPaid)],
          [
            'Net of cancellations',
            <span key="net">
              {unitCount(statement.unitsNet)}, <Money amount={statement.amountNet} currency={currency} always />
            </span>,
          ],
          ['Voided', orderCount(statement.ordersVoided)],
          ['Reference', campaign.id],
        ]}
      />
      <MoneyByMode lines={statement.lines} total={statement.total} currency={currency} />
      <Proof total={statement.total} currency={currency} />
      <p className={classes.legend}>
        Captured: everything that arrived, late money included. Owed: promised back and not yet with the supporters.
        Refunded: with the supporters. As of {when(statement.closedAt)}.
      </p>
      <footer className={classes.signature}>
        <div>
          <span className={classes.signed}>{settlement.approvedByName}</span>
          Approved with password on {when(settlement.decidedAt)}
        </div>
        <div>
          <span className={classes.signed} />
          Countersigned, place and date
        </div>
      </footer>
    </article>
  )
}
