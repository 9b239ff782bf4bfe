import { marketFacts } from '../../../shared/campaigns/market'
import { formatMoney } from '../../../shared/money'
import type { BatchView } from '../../../shared/refunds/batches/requests'
import { grouped, refundCount } from '../../ui/counts'
import { Facts } from '../../ui/Facts'
import { When } from '../../ui/When'

const { zone } = marketFacts.IN

const nextSteps: Record<BatchView['route'], Record<BatchView['state'], string>> = {
  gateway: {
    'to be sent': 'Save the file, upload it in the gateway’s dashboard, and mark the batch as sent.',
    sent: 'Import the gateway’s batch refund report. It may come in parts, more than once and in any order.',
    answered: 'Every refund has its answer.',
    withdrawn: 'Its refunds are free again. Its file must not be uploaded.',
  },
  'bank transfer': {
    'to be sent': 'Save the file, give it to the bank’s desk, which asks for the accounts, and mark the batch as sent.',
    sent: 'Import the file as the bank’s desk filled it in: Status is paid or failed, with the bank’s reference.',
    answered: 'Every refund has its answer.',
    withdrawn: 'Its refunds are free again. Its file must not be used.',
  },
}

/** Where the batch stands and what comes next. */
export function BatchFacts({ batch }: { readonly batch: BatchView }) {
  const { count, total, currency, route, state, madeAt, madeBy, sentAt, sentBy, answered, lastResultAt } = batch
  return (
    <Facts
      of={[
        ['Refunds', `${refundCount(count)}, ${formatMoney(total, currency)}, by ${routeWords[route]}`],
        [
          'Made',
          <>
            <When at={madeAt} zone={zone} form="full" /> by {madeBy}
          </>,
        ],
        [
          'Sent',
          sentAt !== null && (
            <>
              <When at={sentAt} zone={zone} form="full" /> by {sentBy}
            </>
          ),
        ],
        ['Answered', sentAt !== null && `${grouped(answered)} of ${grouped(count)}`],
        ['Last result', lastResultAt !== null && <When at={lastResultAt} zone={zone} form="full" />],
        ['Next', nextSteps[route][state]],
      ]}
    />
  )
}

const routeWords: Record<BatchView['route'], string> = { gateway: 'the gateway', 'bank transfer': 'bank transfer' }
