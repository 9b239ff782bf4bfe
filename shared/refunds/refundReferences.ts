import type { Refund, RefundEvent } from '../orders/order'

type EventOf<Kind extends RefundEvent['kind']> = Extract<RefundEvent, { kind: Kind }>

const lastOf = <Kind extends RefundEvent['kind']>(refund: Refund, kind: Kind): EventOf<Kind> | undefined =>
  refund.events.findLast((event): event is EventOf<Kind> => event.kind === kind)

/** By which names a refund is known outside: the gateway's of its latest try, the bank's, and why it failed last. */
export interface RefundReferences {
  readonly gateway: string | null
  readonly bank: string | null
  readonly failure: string | null
}

/** Of its latest try: what the gateway said, or else what was noted when it was sent. */
function gatewayReference({ events }: Refund): string | null {
  const named = events.findLast((event) => event.kind === 'sent' || event.kind === 'acknowledged')
  return named?.kind === 'sent' || named?.kind === 'acknowledged' ? named.reference : null
}

export const refundReferences = (refund: Refund): RefundReferences => ({
  gateway: gatewayReference(refund),
  bank: lastOf(refund, 'settled')?.bankReference ?? null,
  failure: lastOf(refund, 'failed')?.reason ?? null,
})
