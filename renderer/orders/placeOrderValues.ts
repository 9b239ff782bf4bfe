import type { Market } from '../../shared/campaigns/market'
import type { CampaignId, VariantId } from '../../shared/ids'
import type { Supporter } from '../../shared/orders/order'
import { normalisePhone, normalisePostalCode, normaliseSupporter } from '../../shared/orders/supporter'

/** What the form for placing an order holds while it is filled in. */
export interface PlaceOrderValues {
  readonly campaignId: CampaignId | null
  readonly variantId: VariantId | null
  readonly units: number | null
  readonly supporter: Supporter
}

const nobody: Supporter = {
  name: '',
  phone: '',
  email: '',
  address: { line1: '', line2: '', city: '', region: '', postalCode: '' },
}

export const emptyOrder = (campaignId: CampaignId | null): PlaceOrderValues => ({
  campaignId,
  variantId: null,
  units: 1,
  supporter: nobody,
})

const needed = 'This is needed.'

/**
 * What is wrong with a supporter's details, by the path that the request uses. The same rules decide again when the order is
 * placed; here they speak before anything is sent, about every field at once.
 */
export function supporterErrors(supporter: Supporter, market: Market): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  const { name, phone, email, address } = supporter
  const missing = { name, 'address.line1': address.line1, 'address.city': address.city }
  for (const [path, text] of Object.entries(missing)) if (text.trim() === '') errors[`supporter.${path}`] = needed
  const known = normalisePhone(phone, market)
  if (!known.ok) errors['supporter.phone'] = phone.trim() === '' ? needed : known.refusal.message
  const place = normalisePostalCode(address.postalCode, market)
  if (!place.ok)
    errors['supporter.address.postalCode'] = address.postalCode.trim() === '' ? needed : place.refusal.message
  // The e-mail rule is asked alone: with a phone and a postal code that are beyond doubt.
  const mailed = normaliseSupporter(
    {
      ...supporter,
      email: email.trim(),
      phone: sample[market].phone,
      address: { ...address, postalCode: sample[market].postalCode },
    },
    market,
  )
  if (!mailed.ok && mailed.refusal.field === 'supporter.email') errors['supporter.email'] = mailed.refusal.message
  return errors
}

/** Well-formed for each market; shown as examples in the fields too. */
export const sample: Record<
  Market,
  { readonly phone: string; readonly postalCode: string; readonly postalWord: string }
> = {
  IN: { phone: '+91 98450 12345', postalCode: '560001', postalWord: 'PIN code' },
  CN: { phone: '+86 138 0013 8000', postalCode: '100085', postalWord: 'Postal code' },
  BR: { phone: '+55 11 91234-5678', postalCode: '01310-100', postalWord: 'CEP' },
}
