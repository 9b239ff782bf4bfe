import type { CancellationId, OrderId } from '../../shared/ids'
import type { OrderState } from '../../shared/orders/order'
import { everyOrder } from '../../shared/orders/requests'
import { everyRefund } from '../../shared/refunds/requests'
import type { OrderRow } from '../../shared/orders/row'
import type { Hand, Stage } from './stage'

/** Yesterday's calls: what was written about some orders, and which ones Ravi and Meera still have in hand. */
export function planSupport({ agenda, calendar, ravi, meera }: Stage): void {
  agenda.plan(calendar.time(-1, '16:20'), async () => {
    const me = (await ravi.asks('orders.assignees', {})).find(({ name }) => name === 'Ravi Menon')
    const [first, second] = await newest(ravi, 'paid')
    if (me === undefined || first === undefined || second === undefined) return
    await ravi.does('orders.assign', { id: first.id, to: me.id })
    await ravi.does('orders.addNote', {
      id: first.id,
      text: 'Asked whether the parcel can go to the office instead. To be called back once the address is known.',
    })
    await ravi.does('orders.addNote', { id: second.id, text: 'Wanted to know when it ships. Told the promised day.' })
  })
  agenda.plan(calendar.time(-1, '17:05'), async () => {
    const me = (await meera.asks('orders.assignees', {})).find(({ name }) => name === 'Meera Iyer')
    const [failed] = (await meera.asks('refunds.page', { ...everyRefund, states: ['failed'], limit: 1 })).rows
    if (me === undefined || failed === undefined) return
    await meera.does('orders.assign', { id: failed.orderId, to: me.id })
    await meera.does('orders.addNote', {
      id: failed.orderId,
      text: 'The account was closed. Wrote to the supporter for another one.',
    })
  })
}

/** A call that was taken back: the supporter rang again before the refund was sent. */
export function planUndone({ agenda, calendar, ravi }: Stage): void {
  let cancelled: { readonly id: OrderId; readonly cancellationId: CancellationId } | null = null
  agenda.plan(calendar.time(-1, '16:31'), async () => {
    const [, , order] = await newest(ravi, 'paid')
    if (order === undefined) return
    const said = { units: order.unitsLeft, reason: 'Ordered twice', note: 'Thought so at first.' }
    const { cancellationId } = await ravi.does('orders.cancel', { id: order.id, ...said })
    cancelled = { id: order.id, cancellationId }
  })
  agenda.plan(calendar.time(-1, '16:36'), async () => {
    if (cancelled !== null) await ravi.does('orders.undoCancel', cancelled)
  })
}

async function newest(hand: Hand, state: OrderState): Promise<readonly OrderRow[]> {
  const { rows } = await hand.asks('orders.page', { ...everyOrder, states: [state], descending: true, limit: 3 })
  return rows
}
