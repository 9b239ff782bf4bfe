import type { Campaign } from '../../shared/campaigns/campaign'
import type { OrderQuote } from '../../shared/orders/requests'
import type { Loaded } from '../api'
import { FieldError } from '../ui/FieldError'
import { Money } from '../ui/Money'
import { When } from '../ui/When'
import classes from './quote.module.css'

interface QuoteLineProps {
  readonly quote: Loaded<OrderQuote>
  readonly units: number | null
  readonly campaign: Campaign
}

/** What the order would come to at this moment. */
export function QuoteLine({ quote, units, campaign }: QuoteLineProps) {
  if (quote.state === 'failed') return <FieldError>{quote.message}</FieldError>
  const { currency, zone } = campaign
  const value = quote.state === 'loaded' ? quote.value : null
  return (
    <dl className={classes.quote} aria-live="polite">
      <div>
        <dt>{units === null ? 'Price' : `${units} ×`}</dt>
        <dd>
          {value === null ? '–' : <Money amount={value.unitPrice} currency={currency} />}
          {value !== null && value.unitPrice !== value.listPrice && (
            <s className={classes.before}>
              <span className="out-of-sight">instead of </span>
              <Money amount={value.listPrice} currency={currency} />
            </s>
          )}
        </dd>
      </div>
      <div>
        <dt>Offer</dt>
        <dd>{value?.offerName ?? 'none now'}</dd>
      </div>
      <div>
        <dt>To pay</dt>
        <dd className={classes.total}>{value === null ? '–' : <Money amount={value.total} currency={currency} />}</dd>
      </div>
      <div>
        <dt>Pay by, if placed now</dt>
        <dd>{value === null ? '–' : <When at={value.payBy} zone={zone} />}</dd>
      </div>
    </dl>
  )
}
