import type { Refund, RefundEvent } from '../../shared/orders/order'

type EventOf<Kind extends RefundEvent['kind']> = Extract<RefundEvent, { kind: Kind }>

const lastOf = <Kind extends RefundEvent['kind']>(refund: Refund, kind: Kind): EventOf<Kind> | undefined =>
  refund.events.findLast((event): event is EventOf<Kind> => event.kind === kind)

/** By which names a refund is known outside: the gateway's of its latest try, the bank's, and why it failed last. */
export interface RefundReferences {
  readonly gateway: string | null
  readonly bank: string | null
  readonly failure: string | null
}

export const refundReferences = (refund: Refund): RefundReferences => ({
  gateway: lastOf(refund, 'sent')?.reference ?? null,
  bank: lastOf(refund, 'settled')?.bankReference ?? null,
  failure: lastOf(refund, 'failed')?.reason ?? null,
})
