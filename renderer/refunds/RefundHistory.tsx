import { Title } from '@mantine/core'
import type { Refund, RefundEvent } from '../../shared/orders/order'
import type { Zone } from '../../shared/time'
import { StatusBadge } from '../ui/StatusBadge'
import { When } from '../ui/When'
import classes from './refunds.module.css'

const stateOf = { sent: 'sent', settled: 'settled', failed: 'failed', 'owed again': 'owed' } as const

function said(event: RefundEvent): string {
  switch (event.kind) {
    case 'sent':
      return `Gateway reference ${event.reference}`
    case 'settled':
      return `Bank reference ${event.bankReference}`
    case 'failed':
      return event.reason
    case 'owed again':
      return 'Owed again, under the same identity'
  }
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
            <StatusBadge kind="refund" state={stateOf[event.kind]} />
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
