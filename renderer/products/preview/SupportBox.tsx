import { IconHeart } from '@tabler/icons-react'
import { useId } from 'react'
import type { Discount } from '../../../shared/campaigns/campaign'
import { hasEnded } from '../../../shared/campaigns/campaignState'
import { priceAt } from '../../../shared/campaigns/priceAt'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { formatMoney, type Currency } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import { shortTime, type Instant } from '../../../shared/time'
import { ProgressBar } from '../../ui/ProgressBar'
import { useNow } from '../../ui/useNow'
import classes from './preview.module.css'

interface SupportBoxProps {
  readonly product: Product
  readonly campaign: CampaignView | undefined
}

/** The price of this moment, the bar, the days left, and Support now as a picture of itself. */
export function SupportBox({ product, campaign }: SupportBoxProps) {
  const now = useNow()
  const shown = campaign !== undefined && campaign.state !== 'draft' ? campaign : undefined
  return (
    <div className={classes.support}>
      <PriceLine product={product} view={shown} at={now} />
      {shown === undefined ? (
        <p className={classes.quiet}>No campaign yet: supporters do not see this page.</p>
      ) : (
        <ProgressBar campaign={shown.campaign} tally={shown.tally} state={shown.state} at={now} size="page" />
      )}
      <Variants product={product} />
      <SupportButton view={shown} at={now} />
      {promise(product, shown)}
    </div>
  )
}

/** A picture of the button: it says what supporters would do with it, and does nothing here. */
function SupportButton({ view, at }: { readonly view: CampaignView | undefined; readonly at: Instant }) {
  const note = useId()
  if (view !== undefined && hasEnded(view.campaign, at)) {
    return <p className={classes.quiet}>The campaign has ended: supporters no longer see the button Support now.</p>
  }
  return (
    <>
      <button type="button" className={classes.button} aria-disabled="true" aria-describedby={note}>
        <IconHeart size={18} aria-hidden />
        Support now
      </button>
      <p id={note} className={classes.quiet}>
        Preview: {whenPressed(view, at)}
      </p>
    </>
  )
}

function whenPressed(view: CampaignView | undefined, at: Instant): string {
  if (view === undefined) return 'supporters can press this once a campaign is live.'
  const { startsAt, zone } = view.campaign
  return at < startsAt
    ? `supporters can press this from ${shortTime(startsAt, zone)} (${zone}).`
    : 'supporters press this on the public page. Staff place orders from the orders page.'
}

interface PriceLineProps {
  readonly product: Product
  readonly view: CampaignView | undefined
  readonly at: Instant
}

function PriceLine({ product, view, at }: PriceLineProps) {
  if (view === undefined) {
    return product.price === null ? (
      <p className={classes.gap}>no price yet</p>
    ) : (
      <p className={classes.price}>{formatMoney(product.price, product.currency)}</p>
    )
  }
  const { price, currency, zone } = view.campaign
  const { unitPrice, offer } = priceAt(view.campaign, at)
  return (
    <div>
      <p className={classes.price}>
        {formatMoney(unitPrice, currency)}{' '}
        {offer !== null && (
          <s>
            <span className="out-of-sight">instead of </span>
            {formatMoney(price, currency)}
          </s>
        )}
      </p>
      {offer !== null && (
        <p className={classes.offer}>
          {offer.name}: {discountWords(offer.discount, currency)}, until {shortTime(offer.endsAt, zone)}
        </p>
      )}
    </div>
  )
}

const discountWords = (discount: Discount, currency: Currency): string =>
  discount.kind === 'percent' ? `${discount.percent} % off` : `${formatMoney(discount.amount, currency)} off`

function Variants({ product }: { readonly product: Product }) {
  const { variants } = product
  if (variants.length === 0) return null
  return (
    <ul className={classes.variants} aria-label="Variants">
      {variants.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  )
}

function promise(product: Product, view: CampaignView | undefined) {
  const days = view?.campaign.shippingPromise.days ?? product.shippingDays
  if (days === null) return null
  const from = view?.campaign.shippingPromise.base === 'funding' ? 'of its funding' : 'of the order'
  return (
    <p className={classes.quiet}>
      Ships within {days} {days === 1 ? 'day' : 'days'} {from}. If the target is not met, everyone gets all their money
      back.
    </p>
  )
}
