import type { ProductId } from '../ids'
import type { Currency } from '../money'
import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Product } from './product'

interface NewProduct {
  readonly id: ProductId
  readonly name: string
  readonly currency: Currency
  /** Its place on the list. */
  readonly position: number
}

/** A draft with a name and nothing else. Refused without a name. */
export function createProduct({ id, name, currency, position }: NewProduct, at: Instant): Result<Product> {
  if (name.trim() === '') return refuse('no-name', 'A product needs a name.', 'name')
  return ok({
    id,
    name: name.trim(),
    tagline: '',
    description: '',
    highlights: [],
    specifications: [],
    variants: [],
    price: null,
    currency,
    makerId: null,
    pageAddress: '',
    shippingDays: null,
    pictures: [],
    position,
    revision: 1,
    createdAt: at,
    changedAt: at,
    readyAt: null,
    fitForSaleAt: null,
    offMarketAt: null,
    archivedAt: null,
  })
}
