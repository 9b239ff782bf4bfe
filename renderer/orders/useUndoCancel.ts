import type { CancellationId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { useCommand } from '../api'
import { notifyRefused, notifySaved } from '../ui/notify'

/** Undoes one of the order's cancellations and says so, or why it cannot be undone. */
export function useUndoCancel(order: Order) {
  const { run, running } = useCommand('orders.undoCancel')
  return {
    running,
    async run(cancellationId: CancellationId): Promise<void> {
      const result = await run({ id: order.id, cancellationId })
      if (result.ok) notifySaved(`The cancellation of order ${order.number} is undone.`)
      else notifyRefused(result.refusal)
    },
  }
}
