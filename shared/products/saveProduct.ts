import { ok, refuse, type Refused, type Result } from '../result'
import type { Instant } from '../time'
import { noCategory, spelledAs } from './category'
import { missingBeforeReady } from './missing'
import type { Product, ProductContent } from './product'
import { refuseArchived, refuseIncomplete, refuseStale } from './refusals'
import { hasUnsettledCampaign, type SaleCampaign } from './saleCampaign'

interface ProductChange {
  /** The one that the editor was opened on. */
  readonly revision: number
  readonly content: ProductContent
  /** Those that other products have. */
  readonly categories: readonly string[]
}

/**
 * Replaces what staff wrote about the product. A draft may be saved incomplete. A category that another product has is spelled
 * as it is there, so that no two read alike. Refused for an archived product, on the
 * base of an older revision, when it would make a product incomplete that is marked ready, and where supporters rely
 * on what would change: the price while a launched campaign is not settled, a variant once orders may name it.
 */
export function saveProduct(
  product: Product,
  campaigns: readonly SaleCampaign[],
  { revision, content, categories }: ProductChange,
  at: Instant,
): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  if (revision !== product.revision) return refuseStale()
  const locked = refuseLocked(product, campaigns, content) ?? refuseDoubtful(content)
  if (locked) return locked
  const { category: _former, ...kept } = product
  const { category: typed, ...written } = content
  const category = spelledAs(typed, categories)
  const saved: Product = {
    ...kept,
    ...written,
    ...(category !== noCategory && { category }),
    revision: product.revision + 1,
    changedAt: at,
  }
  const missing = product.readyAt === null ? [] : missingBeforeReady(saved)
  return missing.length > 0
    ? refuseIncomplete(missing, 'This product is marked ready, so it must stay complete.')
    : ok(saved)
}

function refuseLocked(
  product: Product,
  campaigns: readonly SaleCampaign[],
  content: ProductContent,
): Refused | undefined {
  if (hasUnsettledCampaign(product.id, campaigns)) {
    const reason = 'cannot change while a launched campaign of this product is not settled.'
    if (content.price !== product.price) return refuse('locked-in-campaign', `The price ${reason}`, 'content.price')
    if (content.currency !== product.currency)
      return refuse('locked-in-campaign', `The currency ${reason}`, 'content.currency')
  }
  const everLaunched = campaigns.some((campaign) => campaign.productId === product.id && campaign.launchedAt !== null)
  const kept = new Set(content.variants.map((variant) => variant.id))
  const removed = product.variants.find((variant) => !kept.has(variant.id))
  return everLaunched && removed !== undefined
    ? refuse(
        'variant-in-use',
        `${removed.name} cannot be removed: orders of this product's campaigns may name it.`,
        'content.variants',
      )
    : undefined
}

function refuseDoubtful(content: ProductContent): Refused | undefined {
  if (content.name.trim() === '') return refuse('no-name', 'A product needs a name.', 'content.name')
  const ids = new Set(content.variants.map((variant) => variant.id))
  return ids.size < content.variants.length
    ? refuse('variant-twice', 'A variant stands in the list twice.', 'content.variants')
    : undefined
}
