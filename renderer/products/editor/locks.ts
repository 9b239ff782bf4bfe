import type { Campaign } from '../../../shared/campaigns/campaign'
import type { VariantId } from '../../../shared/ids'
import type { Product } from '../../../shared/products/product'
import { contentOf } from './productForm'
import { saveProduct } from '../../../shared/products/saveProduct'
import { minor } from '../../../shared/money'
import type { Instant } from '../../../shared/time'

/** What of a product cannot change now, each with the sentence that says why. */
export interface Locks {
  readonly price: string | null
  readonly variants: string | null
  readonly variant: (id: VariantId) => string | null
}

/** Asks the very rule that will decide: would it take another price, or one variant less. */
export function locksOf(product: Product, campaigns: readonly Campaign[], at: Instant): Locks {
  const saved = contentOf(product)
  const refusalOf = (part: Partial<typeof saved>): string | null => {
    const change = { revision: product.revision, content: { ...saved, ...part }, categories: [] }
    const tried = saveProduct(product, campaigns, change, at)
    return tried.ok || !lockCodes.has(tried.refusal.code) ? null : tried.refusal.message
  }
  const variant = (id: VariantId): string | null =>
    refusalOf({ variants: saved.variants.filter((known) => known.id !== id) })
  const inUse = saved.variants.some(({ id }) => variant(id) !== null)
  return {
    price: refusalOf({ price: minor((saved.price ?? 0) + 1) }),
    variants: inUse
      ? 'Variants can be added and renamed. None can be removed: orders of this product’s campaigns may name it.'
      : null,
    variant,
  }
}

const lockCodes = new Set(['locked-in-campaign', 'variant-in-use'])
