import { ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import { missingBeforeReady } from './missing'
import type { Product, ProductState } from './product'
import { productState } from './productState'
import { refuseArchived, refuseIncomplete, refuseStale } from './refusals'
import type { SaleCampaign } from './saleCampaign'

/** Marks a draft as reviewed and complete. Refused while anything is missing, at the field of the first such thing. */
export function markReady(product: Product, revision: number, at: Instant): Result<Product> {
  if (product.archivedAt !== null) return refuseArchived(product)
  if (revision !== product.revision) return refuseStale()
  if (product.readyAt !== null) return refuse('already-ready', `${product.name} is already marked ready.`)
  const missing = missingBeforeReady(product)
  return missing.length > 0
    ? refuseIncomplete(missing, `${product.name} is not complete.`)
    : ok({ ...product, readyAt: at, revision: product.revision + 1, changedAt: at })
}

/** Why a product of each state does not go back to draft; null where it may. */
const staysBecause: Record<ProductState, string | null> = {
  draft: 'is a draft already.',
  ready: null,
  'in campaign': 'is in a campaign that is not settled, so it must stay complete.',
  'fit for sale': 'has been funded and is fit for sale, so it must stay complete.',
  'off the market': 'is off the market after its campaign. Change it as it is and plan a new campaign.',
  archived: 'is archived. Restore it before changing it.',
}

/** Takes the mark back so that the product may be incomplete again. Only for a product that waits for a campaign. */
export function backToDraft(
  product: Product,
  campaigns: readonly SaleCampaign[],
  revision: number,
  at: Instant,
): Result<Product> {
  const state = productState(product, campaigns, at)
  const reason = staysBecause[state]
  if (reason !== null) return refuse('not-to-draft', `${product.name} ${reason}`)
  if (revision !== product.revision) return refuseStale()
  return ok({ ...product, readyAt: null, revision: product.revision + 1, changedAt: at })
}
