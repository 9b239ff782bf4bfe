import type { CampaignId } from '../ids'
import type { Product } from '../products/product'
import { assert, ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Campaign, CampaignTerms } from './campaign'
import { checkTerms } from './checkTerms'
import { marketFacts } from './market'

interface NewCampaign {
  readonly id: CampaignId
  readonly terms: CampaignTerms
}

/**
 * A campaign in the making. Its product may still be a draft (the launch will ask for more) but not archived. The
 * currency is the market's.
 */
export function draftCampaign({ id, terms }: NewCampaign, product: Product, at: Instant): Result<Campaign> {
  assert(terms.productId === product.id, 'the product is the one that the terms name')
  if (product.archivedAt !== null)
    return refuse('product-archived', `${product.name} is archived. Restore it first.`, 'terms.productId')
  const checked = checkTerms(terms)
  if (!checked.ok) return checked
  return ok({
    ...terms,
    id,
    currency: marketFacts[terms.market].currency,
    offers: [],
    revision: 1,
    createdAt: at,
    launchedAt: null,
    launchedBy: null,
    fundedAt: null,
    calledOff: null,
    settlement: null,
    decisions: [],
  })
}
