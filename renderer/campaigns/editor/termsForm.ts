import type { CampaignTerms, PromiseBase } from '../../../shared/campaigns/campaign'
import { checkTerms } from '../../../shared/campaigns/checkTerms'
import { marketFacts, markets, type Market } from '../../../shared/campaigns/market'
import { campaignTermsSchema } from '../../../shared/campaigns/requests'
import type { ProductId } from '../../../shared/ids'
import type { Minor } from '../../../shared/money'
import type { Product } from '../../../shared/products/product'
import type { Refusal } from '../../../shared/result'
import {
  addDays,
  dayOf,
  endOfDay,
  hour,
  instant,
  startOfDay,
  type Day,
  type Instant,
  type Zone,
} from '../../../shared/time'

/** A campaign's terms as they stand in the form, finished or not. */
export interface TermsForm {
  readonly productId: ProductId | null
  readonly market: Market
  readonly targetKind: 'units' | 'amount'
  readonly targetUnits: number | null
  readonly targetAmount: Minor | null
  readonly price: Minor | null
  readonly startsAt: Instant | null
  /** The last day, in the market's zone. It counts to its last second. */
  readonly endDay: Day | null
  readonly paymentWindowMinutes: number | null
  readonly cap: number | null
  readonly perSupporterLimit: number | null
  readonly promiseDays: number | null
  readonly promiseBase: PromiseBase
}

export type TermsField = keyof TermsForm
export type TermsErrors = Readonly<Partial<Record<TermsField | 'root', string>>>

const usualDays = 30
const usualWindowMinutes = 30
const usualPromiseDays = 10
/** Campaigns usually open in the morning of the market. */
const usualStart = 10 * hour

export const zoneOf = (market: Market): Zone => marketFacts[market].zone

const homeOf = (product: Product): Market =>
  markets.find((market) => marketFacts[market].currency === product.currency) ?? 'IN'

/** What a product brings into a campaign: the market of its currency, its price there, its shipping promise. */
export function proposedBy(product: Product, form: TermsForm): TermsForm {
  const market = homeOf(product)
  return {
    ...inMarket(form, market),
    productId: product.id,
    price: product.price,
    promiseDays: product.shippingDays ?? form.promiseDays,
  }
}

/** A new campaign for a product, or for one that is still to be chosen. It runs for thirty days from tomorrow. */
export function newTerms(product: Product | null, at: Instant): TermsForm {
  const zone = zoneOf('IN')
  const first = addDays(dayOf(at, zone), 1)
  const blank: TermsForm = {
    productId: null,
    market: 'IN',
    targetKind: 'units',
    targetUnits: null,
    targetAmount: null,
    price: null,
    startsAt: instant(startOfDay(first, zone) + usualStart),
    endDay: addDays(first, usualDays - 1),
    paymentWindowMinutes: usualWindowMinutes,
    cap: null,
    perSupporterLimit: null,
    promiseDays: usualPromiseDays,
    promiseBase: 'order',
  }
  return product === null ? blank : proposedBy(product, blank)
}

export const formOfTerms = (terms: CampaignTerms): TermsForm => ({
  productId: terms.productId,
  market: terms.market,
  targetKind: terms.target.kind,
  targetUnits: terms.target.kind === 'units' ? terms.target.units : null,
  targetAmount: terms.target.kind === 'amount' ? terms.target.amount : null,
  price: terms.price,
  startsAt: terms.startsAt,
  endDay: dayOf(terms.endsAt, terms.zone),
  paymentWindowMinutes: terms.paymentWindowMinutes,
  cap: terms.cap,
  perSupporterLimit: terms.perSupporterLimit,
  promiseDays: terms.shippingPromise.days,
  promiseBase: terms.shippingPromise.base,
})

/** The same clock time in another market; amounts do not cross currencies. */
export function inMarket(form: TermsForm, market: Market): TermsForm {
  if (market === form.market) return form
  const [from, to] = [zoneOf(form.market), zoneOf(market)]
  const { startsAt } = form
  const startDay = startsAt === null ? null : dayOf(startsAt, from)
  return {
    ...form,
    market,
    price: null,
    targetAmount: null,
    startsAt:
      startsAt === null || startDay === null
        ? null
        : instant(startOfDay(startDay, to) + (startsAt - startOfDay(startDay, from))),
  }
}

/** The form's field that a refusal's path belongs to. */
const fieldOf: Readonly<Record<string, TermsField>> = {
  'terms.productId': 'productId',
  'terms.market': 'market',
  'terms.target.units': 'targetUnits',
  'terms.target.amount': 'targetAmount',
  'terms.price': 'price',
  'terms.startsAt': 'startsAt',
  'terms.endsAt': 'endDay',
  'terms.paymentWindowMinutes': 'paymentWindowMinutes',
  'terms.cap': 'cap',
  'terms.perSupporterLimit': 'perSupporterLimit',
  'terms.shippingPromise.days': 'promiseDays',
}

export const termsErrors = ({ field, message }: Refusal): TermsErrors => ({
  [fieldOf[field ?? ''] ?? 'root']: message,
})

type ReadTerms =
  | { readonly kind: 'terms'; readonly terms: CampaignTerms }
  /** Nothing is wrong with what is there, but more is needed. */
  | { readonly kind: 'unfinished'; readonly errors: TermsErrors }
  | { readonly kind: 'refused'; readonly errors: TermsErrors }

/** What the form comes to, judged by the rule that decides when it is saved. */
export function readTerms(form: TermsForm): ReadTerms {
  const { productId, price, startsAt, endDay, paymentWindowMinutes, promiseDays } = form
  const target = targetOf(form)
  const absent: Partial<Record<TermsField, string>> = {
    ...(productId === null ? { productId: 'Choose the product.' } : {}),
    ...(target === null
      ? { [form.targetKind === 'units' ? 'targetUnits' : 'targetAmount']: 'Say how much is needed.' }
      : {}),
    ...(price === null ? { price: 'Write the price of one unit.' } : {}),
    ...(startsAt === null ? { startsAt: 'Choose when it starts.' } : {}),
    ...(endDay === null ? { endDay: 'Choose the last day.' } : {}),
    ...(paymentWindowMinutes === null ? { paymentWindowMinutes: 'Say how many minutes.' } : {}),
    ...(promiseDays === null ? { promiseDays: 'Say within how many days.' } : {}),
  }
  if (
    productId === null ||
    target === null ||
    price === null ||
    startsAt === null ||
    endDay === null ||
    paymentWindowMinutes === null ||
    promiseDays === null
  )
    return { kind: 'unfinished', errors: absent }
  const zone = zoneOf(form.market)
  const terms: CampaignTerms = {
    productId,
    market: form.market,
    target,
    price,
    startsAt,
    endsAt: endOfDay(endDay, zone),
    zone,
    paymentWindowMinutes,
    cap: form.cap,
    perSupporterLimit: form.perSupporterLimit,
    shippingPromise: { days: promiseDays, base: form.promiseBase },
  }
  return judged(terms)
}

const targetOf = ({ targetKind, targetUnits, targetAmount }: TermsForm): CampaignTerms['target'] | null =>
  targetKind === 'units'
    ? targetUnits === null
      ? null
      : { kind: 'units', units: targetUnits }
    : targetAmount === null
      ? null
      : { kind: 'amount', amount: targetAmount }

function judged(terms: CampaignTerms): ReadTerms {
  const checked = checkTerms(terms)
  if (!checked.ok) return { kind: 'refused', errors: termsErrors(checked.refusal) }
  const parsed = campaignTermsSchema.safeParse(terms)
  if (parsed.success) return { kind: 'terms', terms }
  const issue = parsed.error.issues[0]
  const path = `terms.${issue?.path.join('.') ?? ''}`
  return { kind: 'refused', errors: termsErrors({ code: 'invalid', message: issue?.message ?? '', field: path }) }
}
