import { Title } from '@mantine/core'
import type { Refund, RefundEvent, RefundStanding } from '../../shared/orders/order'
import type { Zone } from '../../shared/time'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import classes from './refunds.module.css'

/** What a badge says of an event; one without a state of its own says only its words. */
const stateOf: Record<RefundEvent['kind'], RefundStanding | null> = {
  batched: null,
  'taken out': null,
  sent: 'sent',
  acknowledged: null,
  settled: 'settled',
  failed: 'failed',
  'owed again': 'owed',
  doubted: null,
  'cleared up': null,
  released: null,
  withdrawn: 'withdrawn',
}

function said(event: RefundEvent): string {
  switch (event.kind) {
    case 'batched':
      return 'Put into a batch'
    case 'taken out':
      return 'Taken out: the batch was withdrawn'
    case 'sent':
      return event.batchId === undefined ? `Gateway reference ${event.reference}` : `With ${event.reference}`
    case 'acknowledged':
      return `Taken by the gateway as ${event.reference}`
    case 'doubted':
      return `To be looked into: ${event.why}`
    case 'cleared up':
      return `Cleared up: ${event.note}`
    case 'settled':
      return event.bankReference === '' ? 'Without a bank reference' : `Bank reference ${event.bankReference}`
    case 'failed':
      return event.reason
    case 'owed again':
      return 'Owed again, under the same identity'
    case 'released':
      return 'Released: its cancellation can no longer be undone'
    case 'withdrawn':
      return 'Withdrawn: its cancellation was undone'
  }
}

function EventBadge({ kind }: { readonly kind: RefundEvent['kind'] }) {
  const state = stateOf[kind]
  return state === null ? null : <StatusBadge kind="refund" state={state} />
}

/** What happened to one refund, newest first. */
export function RefundHistory({ refund, zone }: { readonly refund: Refund; readonly zone: Zone }) {
  return (
    <section aria-label="History">
      <Title order={2} size="h3" mb={8}>
        History
      </Title>
      <ol className={classes.history} reversed>
        {refund.events.toReversed().map((event, index) => (
          <li key={index}>
            <EventBadge kind={event.kind} />
            {said(event)}
            <small>
              <When at={event.at} zone={zone} /> · {event.by}
            </small>
          </li>
        ))}
        <li>
          <StatusBadge kind="refund" state="owed" />
          {refund.cause}
          <small>
            <When at={refund.owedAt} zone={zone} />
          </small>
        </li>
      </ol>
    </section>
  )
}
