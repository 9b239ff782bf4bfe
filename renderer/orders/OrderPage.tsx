import { Anchor } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { OrderView } from '../../shared/orders/requests'
import { orderState } from '../../shared/orders/orderState'
import { useAsk } from '../api'
import { ReplyDialog } from '../replies/ReplyDialog'
import { useMay } from '../session/useSession'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import { AssignmentPanel } from './AssignmentPanel'
import { CampaignGlance } from './CampaignGlance'
import { OrderActionBar } from './OrderActionBar'
import { orderActions } from './orderActions'
import { OrderContents } from './OrderContents'
import { OrderMoney } from './OrderMoney'
import { OrderTimeLine } from './OrderTimeLine'
import { OtherOrders } from './OtherOrders'
import { SupporterPanel } from './SupporterPanel'
import { UndoLine } from './UndoLine'
import classes from './order.module.css'

const route = getRouteApi('/orders/$orderId')
const crumbs = [{ label: 'Orders', link: { to: '/orders' } }] as const

/** One order: what was ordered, by whom, its money and its whole history. */
export function OrderPage() {
  const { orderId } = route.useParams()
  const order = useAsk('orders.one', { id: orderId })
  return (
    <LoadedView of={order}>
      {(view) =>
        view === null ? (
          <PageShell title="Order" crumbs={crumbs}>
            <EmptyState
              title="There is no such order"
              action={<Anchor renderRoot={(props) => <Link to="/orders" {...props} />}>All orders</Anchor>}
            >
              The address names an order that this shop does not have.
            </EmptyState>
          </PageShell>
        ) : (
          <OneOrder key={view.order.id} view={view} />
        )
      }
    </LoadedView>
  )
}

function OneOrder({ view }: { readonly view: OrderView }) {
  const { order, campaign } = view
  const at = useNow()
  const mayAct = useMay('support')
  // Time alone lapses an order, also while its page stands open.
  const state = orderState(order, at)
  const actions = orderActions(order, campaign.campaign, at)
  const absent = mayAct ? actions.absent : ['Payments, cancellations and shipping are recorded by support staff.']
  return (
    <PageShell
      title={`Order ${order.number}`}
      crumbs={crumbs}
      mark={<StatusBadge kind="order" state={state} />}
      secondary={mayAct && <ReplyDialog view={view} />}
      action={mayAct && <OrderActionBar view={view} actions={actions} />}
      aside={
        <>
          <CampaignGlance view={campaign} at={at} />
          <AssignmentPanel order={order} />
          <OrderTimeLine order={order} zone={campaign.campaign.zone} />
        </>
      }
    >
      {absent.length > 0 && (
        <ul className={classes.absent}>
          {absent.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {mayAct && <UndoLine view={view} at={at} />}
      <OrderContents view={view} state={state} at={at} />
      <OrderMoney order={order} market={campaign.campaign.market} zone={campaign.campaign.zone} at={at} />
      <SupporterPanel supporter={order.supporter} />
      <OtherOrders phone={order.supporter.phone} others={view.others} />
    </PageShell>
  )
}
