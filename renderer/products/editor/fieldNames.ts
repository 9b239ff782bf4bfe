import type { ContentField } from './productForm'

/** What the editor calls its fields. */
export const fieldNames: Readonly<Record<ContentField, string>> = {
  name: 'Name',
  category: 'Category',
  tagline: 'Tagline',
  description: 'Description',
  highlights: 'Highlights',
  specifications: 'Specifications',
  variants: 'Variants',
  price: 'Price',
  currency: 'Currency',
  makerId: 'Maker',
  pageAddress: 'Page address',
  shippingDays: 'Shipping promise',
}

/** The element that holds a field, so that the checklist can lead there. Pictures are a field of the editor too. */
export const fieldPlace = (field: string): string => `product-field-${field}`

/** Brings a field into view and puts the cursor into it. */
export function goToField(field: string): void {
  const place = document.getElementById(fieldPlace(field))
  const inside = place?.querySelector<HTMLElement>('input:not([type=file]), textarea, button')
  inside?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}
