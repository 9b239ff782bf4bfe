import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Product } from './product'
import { hasUnsettledCampaign, type SaleCampaign } from './saleCampaign'

/** Takes the product off the list. Refused while a launched campaign of it is not settled. */
export function archiveProduct(product: Product, campaigns: readonly SaleCampaign[], at: Instant): Result<Product> {
  if (product.archivedAt !== null) return refuse('already-archived', `${product.name} is already archived.`)
  if (hasUnsettledCampaign(product.id, campaigns))
    return refuse(
      'in-campaign',
      `${product.name} has a launched campaign that is not settled. It can be archived after its settlement.`,
    )
  return ok({ ...product, archivedAt: at, revision: product.revision + 1, changedAt: at })
}

/** Brings an archived product back to its old place and state. */
export const restoreProduct = (product: Product, at: Instant): Result<Product> =>
  product.archivedAt === null
    ? refuse('not-archived', `${product.name} is not archived.`)
    : ok({ ...product, archivedAt: null, revision: product.revision + 1, changedAt: at })
