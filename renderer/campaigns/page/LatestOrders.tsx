import { everyOrder } from '../../../shared/orders/requests'
import { Anchor, Title } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { useAsk } from '../../api'
import { everyOrderColumn } from '../../orders/orderColumns'
import { DataTable } from '../../ui/DataTable'
import { orderCount } from '../../ui/counts'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import classes from './page.module.css'

const shown = 8
const wanted = ['number', 'sequence', 'supporter', 'units', 'total', 'state', 'mode']
const columns = everyOrderColumn
  .filter(({ id }) => wanted.includes(id))
  .map(({ sort: _pageSorts, ...column }) => column)

interface LatestOrdersProps {
  readonly campaign: Campaign
  readonly total: number
}

/** The campaign's latest orders, and the way to all of them. */
export function LatestOrders({ campaign, total }: LatestOrdersProps) {
  const navigate = useNavigate()
  const heading = useId()
  const latest = useAsk(
    'orders.page',
    { ...everyOrder, campaignId: campaign.id, descending: true, limit: shown },
    { keep: true },
  )
  return (
    <section className={classes.orders} aria-labelledby={heading}>
      <header className={classes.ordersHead}>
        <Title order={2} size="h3" id={heading}>
          Latest orders
        </Title>
        {total > 0 && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/orders" search={{ campaignId: campaign.id }} {...props} />}
          >
            All {orderCount(total)}
          </Anchor>
        )}
      </header>
      {latest.state === 'failed' ? (
        <ErrorState message={latest.message} retry={latest.retry} />
      ) : (
        <DataTable
          ariaLabel="Latest orders of this campaign"
          columns={columns}
          rows={latest.state === 'loaded' ? latest.value.rows : []}
          loading={latest.state === 'loading'}
          rowKey={({ id }) => id}
          maxHeight={36 * (shown + 1) + 4}
          onOpen={({ id }) => void navigate({ to: '/orders/$orderId', params: { orderId: id } })}
          empty={<EmptyState title="No orders yet">Orders appear here as supporters place them.</EmptyState>}
        />
      )}
    </section>
  )
}
