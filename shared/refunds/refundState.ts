import type { Refund } from '../orders/order'

// The state belongs to the order's record, whose contribution needs it; whoever works with refunds finds it here.
export { refundState } from '../orders/refundState'

/** How many times the gateway or the bank refused it. */
export const failures = (refund: Refund): number => refund.events.filter(({ kind }) => kind === 'failed').length
