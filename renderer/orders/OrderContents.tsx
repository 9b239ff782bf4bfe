import { Table } from '@mantine/core'
import { subtract } from '../../shared/money'
import { timeLeft, type Instant } from '../../shared/time'
import type { OrderState } from '../../shared/orders/order'
import { amountLeft, unitsLeft } from '../../shared/orders/orderState'
import { shipBy } from '../../shared/orders/shipBy'
import type { OrderView } from '../../shared/orders/requests'
import { Facts } from '../ui/Facts'
import { Money } from '../ui/Money'
import { Panel } from '../ui/Panel'
import { When } from '../ui/When'
import classes from './order.module.css'

interface OrderContentsProps {
  readonly view: OrderView
  readonly state: OrderState
  readonly at: Instant
}

/** What, how many, at which price, and what is due next. */
export function OrderContents({ view, state, at }: OrderContentsProps) {
  const { order, productName, variantName, campaign } = view
  const { zone, offers } = campaign.campaign
  const left = unitsLeft(order)
  const offer = offers.find(({ id }) => id === order.offerId)
  // Until it is funded a campaign promises nothing that could be kept.
  const promised = state === 'paid' && campaign.campaign.fundedAt !== null ? shipBy(order, campaign.campaign) : null
  return (
    <Panel title="What was ordered">
      <Table className={classes.figures} withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Product</Table.Th>
            <Table.Th scope="col" ta="right">
              Units
            </Table.Th>
            <Table.Th scope="col" ta="right">
              List price
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Price of the order
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>
              {productName}, {variantName}
            </Table.Td>
            <Table.Td ta="right">{order.units}</Table.Td>
            <Table.Td ta="right">
              <Money amount={order.listPrice} currency={order.currency} />
            </Table.Td>
            <Table.Td ta="right" fw={600}>
              <Money amount={order.total} currency={order.currency} />
            </Table.Td>
          </Table.Tr>
          {left < order.units && (
            <>
              <Table.Tr className={classes.taken}>
                <Table.Td>Cancelled</Table.Td>
                <Table.Td ta="right">−{order.units - left}</Table.Td>
                <Table.Td />
                <Table.Td ta="right">
                  <Money amount={subtract(amountLeft(order), order.total)} currency={order.currency} />
                </Table.Td>
              </Table.Tr>
              <Table.Tr className={classes.left}>
                <Table.Td>Left</Table.Td>
                <Table.Td ta="right">{left}</Table.Td>
                <Table.Td />
                <Table.Td ta="right">
                  <Money amount={amountLeft(order)} currency={order.currency} />
                </Table.Td>
              </Table.Tr>
            </>
          )}
        </Table.Tbody>
      </Table>
      <div className={classes.due}>
        <Facts
          of={[
            ['Offer', offer === undefined ? null : offer.name],
            ['Placed', <Placed key="placed" order={order} zone={zone} />],
            [
              'Pay by',
              state === 'awaiting payment' && (
                <>
                  <When at={order.payBy} zone={zone} /> · {timeLeft(order.payBy, at)}
                </>
              ),
            ],
            [
              'Ship by',
              promised !== null && (
                <span data-late={promised < at || undefined} className={classes.promise}>
                  <When at={promised} zone={zone} form="day" />
                  {promised < at ? ' · overdue' : ` · ${timeLeft(promised, at)}`}
                </span>
              ),
            ],
            [
              'Shipped with',
              order.shipment !== null &&
                `${order.shipment.carrier}, ${order.shipment.trackingNumber || 'no tracking number yet'}`,
            ],
          ]}
        />
      </div>
    </Panel>
  )
}

function Placed({
  order,
  zone,
}: {
  readonly order: OrderView['order']
  readonly zone: OrderView['campaign']['campaign']['zone']
}) {
  return (
    <>
      <When at={order.placedAt} zone={zone} /> by {order.placedBy}
    </>
  )
}
