import { Anchor } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Queue } from '../../shared/overview/requests'
import { useAsk } from '../api'
import { everyOrderColumn } from '../orders/orderColumns'
import { AttentionList } from '../overview/AttentionList'
import { orderCount } from '../ui/counts'
import { DataTable } from '../ui/DataTable'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { Panel } from '../ui/Panel'

const shown = ['number', 'sequence', 'supporter', 'product', 'state']

/** The oldest comes first and stays there: nothing is sorted here. */
const columns = everyOrderColumn.filter(({ id }) => shown.includes(id)).map(({ sort: _, ...column }) => column)

/** The open orders in one's own hands, and what is late or lost and anyone of support may take up. */
export function QueuePage() {
  const queue = useAsk('overview.queue', {})
  return (
    <LoadedView of={queue}>
      {({ orders, urgent }) => (
        <PageShell
          title="My queue"
          aside={
            <AttentionList
              attention={urgent}
              title="Urgent for support"
              counted="Failed and overdue refunds, overdue shipments and late money are counted here."
            />
          }
        >
          <Mine orders={orders} />
        </PageShell>
      )}
    </LoadedView>
  )
}

function Mine({ orders }: Pick<Queue, 'orders'>) {
  const navigate = useNavigate()
  return (
    <Panel title="Assigned to me" side={orders.length > 0 && orderCount(orders.length)} flush>
      <DataTable
        ariaLabel="Orders assigned to me"
        columns={columns}
        rows={orders}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/orders/$orderId', params: { orderId: id } })}
        maxHeight={620}
        empty={
          <EmptyState
            icon={IconInbox}
            title="Nothing is in your hands"
            action={<Anchor renderRoot={(props) => <Link to="/orders" {...props} />}>All orders</Anchor>}
          >
            On the page of an order, a assigns it to you. It stays here until it is shipped or its money is back.
          </EmptyState>
        }
      />
    </Panel>
  )
}
