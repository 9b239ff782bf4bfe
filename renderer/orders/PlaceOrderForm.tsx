import { Drawer } from '@mantine/core'
import { useState } from 'react'
import type { CampaignId } from '../../shared/ids'
import { useAsk } from '../api'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { OrderPlaced, type PlacedOrder } from './OrderPlaced'
import { PlaceOrderFields } from './PlaceOrderFields'

interface PlaceOrderFormProps {
  readonly opened: boolean
  /** Chosen from the start where it takes orders. */
  readonly campaignId: CampaignId | null
  readonly onClose: () => void
}

/** Places an order for a supporter on the phone. */
export function PlaceOrderForm({ opened, campaignId, onClose }: PlaceOrderFormProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      title="Place an order"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PlaceOrder campaignId={campaignId} onClose={onClose} />
    </Drawer>
  )
}

function PlaceOrder({ campaignId, onClose }: Omit<PlaceOrderFormProps, 'opened'>) {
  const [placed, setPlaced] = useState<PlacedOrder | null>(null)
  const running = useAsk('campaigns.list', { text: '', states: ['live', 'funded'], productId: null })
  if (placed !== null) return <OrderPlaced placed={placed} onAnother={() => setPlaced(null)} onClose={onClose} />
  return (
    <LoadedView of={running}>
      {(campaigns) =>
        campaigns.length === 0 ? (
          <EmptyState title="No campaign takes orders now">
            Orders can be placed while a campaign runs, from its start to its end.
          </EmptyState>
        ) : (
          <PlaceOrderFields campaigns={campaigns} campaignId={campaignId} onPlaced={setPlaced} onClose={onClose} />
        )
      }
    </LoadedView>
  )
}
