import { comparableName } from '../comparableName'
import type { Product } from './product'

/** One thing that a product needs before it is ready, with the field it belongs to. The editor shows them as a checklist. */
export interface Missing {
  readonly field: string
  readonly what: string
}

/** An https address with a named host. Anything else (http, javascript:, a bare IP) is no page to send supporters to. */
const pageAddress =
  /^https:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/iu

const blank = (text: string): boolean => text.trim() === ''

function variantsAsk(product: Product): string | null {
  const { variants } = product
  if (variants.length === 0) return 'At least one variant, such as a colour'
  if (variants.some((variant) => blank(variant.name))) return 'A name for every variant'
  const distinct = new Set(variants.map((variant) => comparableName(variant.name)))
  return distinct.size < variants.length ? 'Variants whose names differ' : null
}

function specificationsAsk(product: Product): string | null {
  const written = product.specifications.filter(({ name, value }) => !blank(name) || !blank(value))
  if (written.length === 0) return 'At least one specification'
  return written.some(({ name, value }) => blank(name) || blank(value))
    ? 'Both a name and a value in every specification'
    : null
}

const addressAsk = (address: string): string | null =>
  blank(address)
    ? 'The address of its page'
    : pageAddress.test(address)
      ? null
      : 'A page address that begins with https:// and names a site'

const needs: readonly (readonly [field: string, ask: (product: Product) => string | null])[] = [
  ['name', (product) => (blank(product.name) ? 'A name' : null)],
  ['tagline', (product) => (blank(product.tagline) ? 'A tagline' : null)],
  ['description', (product) => (blank(product.description) ? 'A description' : null)],
  ['highlights', (product) => (product.highlights.every(blank) ? 'At least one highlight' : null)],
  ['specifications', specificationsAsk],
  ['pictures', (product) => (product.pictures.length === 0 ? 'At least one picture' : null)],
  ['variants', variantsAsk],
  ['price', (product) => (product.price === null || product.price <= 0 ? 'A price above zero' : null)],
  ['makerId', (product) => (product.makerId === null ? 'Its maker' : null)],
  ['pageAddress', (product) => addressAsk(product.pageAddress)],
  ['shippingDays', (product) => (product.shippingDays === null ? 'A shipping promise in days' : null)],
]

/** What the product still needs before it is ready, in the order of the editor. Empty when nothing is missing. */
export const missingBeforeReady = (product: Product): readonly Missing[] =>
  needs.flatMap(([field, ask]) => {
    const what = ask(product)
    return what === null ? [] : [{ field, what }]
  })
