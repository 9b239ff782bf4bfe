import { Anchor, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { formatMoney } from '../../../shared/money'
import type { CampaignMoney, MarketMoney, MoneySum } from '../../../shared/reports/money/marketMoney'
import { shortDay, endOfDay, type Day } from '../../../shared/time'
import { marketFacts } from '../../../shared/campaigns/market'
import { useDrawn } from '../../ui/chart/drawing'
import { Money } from '../../ui/Money'
import { Nothing } from '../../ui/Nothing'
import { Panel } from '../../ui/Panel'
import { behindCaptured, behindRefunds, type MoneyOf } from './behindMoney'
import { ProofLine } from './ProofLine'
import classes from './money.module.css'

interface MoneyByCampaignProps {
  readonly money: MarketMoney
  readonly to: Day
}

const columns = ['captured', 'held', 'revenue', 'owed', 'refunded'] as const satisfies readonly (keyof MoneySum)[]

const heads: Readonly<Record<(typeof columns)[number], string>> = {
  captured: 'Captured',
  held: 'Held',
  revenue: 'Kept',
  owed: 'Owed back',
  refunded: 'Refunded',
}

/**
 * Where each campaign's money stood at the end of a day. What was captured leads to the orders that brought it, what is owed or refunded
 * to its refunds, settled campaigns to their statements.
 */
export function MoneyByCampaign({ money, to }: MoneyByCampaignProps) {
  const { campaigns, total, currency, market } = money
  const { zone } = marketFacts[market]
  const when = shortDay(endOfDay(to, zone), zone)
  return (
    <Panel title={`${formatMoney(total.captured, currency)} captured up to ${when}`} flush>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Money by campaign">
        <Table className={classes.figures}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Campaign</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col" ta="right">
                  {heads[column]}
                </Table.Th>
              ))}
              <Table.Th scope="col">Statement</Table.Th>
            </Table.Tr>
          </Table.Thead>
          {inGroups(campaigns).map((group) => (
            <Rows key={group[0]?.campaignId} campaigns={group} currency={currency} to={to} />
          ))}
          <Table.Tfoot>
            <Table.Tr className={classes.total}>
              <Table.Th scope="row">All campaigns</Table.Th>
              <Figures sum={total} currency={currency} of={{ market }} whose="all campaigns" to={to} />
              <Table.Td />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
      <ProofLine total={total} currency={currency} />
    </Panel>
  )
}

/** Of campaigns that are drawn together. */
const groupSize = 40
/** Of a row with a name of one line, in pixels. */
const rowHeight = 37

const inGroups = (campaigns: readonly CampaignMoney[]): readonly (readonly CampaignMoney[])[] =>
  Array.from({ length: Math.ceil(campaigns.length / groupSize) }, (_each, group) =>
    campaigns.slice(group * groupSize, (group + 1) * groupSize),
  )

interface RowsProps {
  readonly campaigns: readonly CampaignMoney[]
  readonly currency: MarketMoney['currency']
  readonly to: Day
}

/** Some campaigns' rows; those below the window are drawn in their turn. */
function Rows({ campaigns, currency, to }: RowsProps) {
  const place = useRef<HTMLTableSectionElement>(null)
  const drawn = useDrawn(place)
  return (
    <Table.Tbody ref={place} aria-busy={!drawn}>
      {drawn ? (
        campaigns.map((campaign) => (
          <Table.Tr key={campaign.campaignId}>
            <Table.Th scope="row" fw={400} className={classes.name}>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.campaignId }} {...props} />
                )}
              >
                {campaign.label}
              </Anchor>
            </Table.Th>
            <Figures
              sum={campaign}
              currency={currency}
              of={{ campaignId: campaign.campaignId }}
              whose={campaign.label}
              to={to}
            />
            <Table.Td>
              <Statement campaign={campaign} />
            </Table.Td>
          </Table.Tr>
        ))
      ) : (
        <tr style={{ height: campaigns.length * rowHeight }} />
      )}
    </Table.Tbody>
  )
}

interface FiguresProps {
  readonly sum: MoneySum
  readonly currency: MarketMoney['currency']
  readonly of: MoneyOf
  /** How that is called. */
  readonly whose: string
  readonly to: Day
}

function Figures({ sum, currency, of, whose, to }: FiguresProps) {
  return columns.map((column) => {
    const amount = sum[column]
    const money = <Money amount={amount} currency={currency} always />
    // What is held or kept is what the others leave: no list is of it alone.
    const leads = amount !== 0 && column !== 'held' && column !== 'revenue'
    return (
      <Table.Td key={column} ta="right">
        {leads ? (
          <Anchor
            inherit
            underline="always"
            aria-label={`${formatMoney(amount, currency, 'always')} ${heads[column].toLowerCase()}, ${whose}`}
            renderRoot={(props) =>
              column === 'captured' ? (
                <Link to="/orders" search={behindCaptured(of, to)} {...props} />
              ) : (
                <Link to="/refunds" search={behindRefunds(of, column, to)} {...props} />
              )
            }
          >
            {money}
          </Anchor>
        ) : (
          money
        )}
      </Table.Td>
    )
  })
}

function Statement({ campaign: { campaignId, closed, label } }: { readonly campaign: CampaignMoney }) {
  if (!closed) return <Nothing what="not settled" />
  return (
    <Anchor
      size="sm"
      aria-label={`Statement of ${label}`}
      renderRoot={(props) => <Link to="/settlement/$campaignId/statement" params={{ campaignId }} {...props} />}
    >
      Open
    </Anchor>
  )
}
