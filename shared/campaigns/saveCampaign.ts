import type { Product } from '../products/product'
import { assert, ok, refuse, type Result } from '../result'
import type { Instant } from '../time'
import type { Campaign, CampaignTerms } from './campaign'
import { checkTerms } from './checkTerms'
import { marketFacts } from './market'
import { refuseStale } from './refusals'

interface CampaignChange {
  /** The one that the form was opened on. */
  readonly revision: number
  readonly terms: CampaignTerms
}

/** Replaces a draft's terms. Refused once it is launched: target, price and timeline are what supporters agreed to. */
export function saveCampaign(
  campaign: Campaign,
  { revision, terms }: CampaignChange,
  product: Product,
  _at: Instant,
): Result<Campaign> {
  assert(terms.productId === product.id, 'the product is the one that the terms name')
  if (campaign.launchedAt !== null)
    return refuse(
      'locked-at-launch',
      'Target, price and timeline are locked since the launch. A new campaign is how they change.',
    )
  if (revision !== campaign.revision) return refuseStale()
  if (product.archivedAt !== null)
    return refuse('product-archived', `${product.name} is archived. Restore it first.`, 'terms.productId')
  const checked = checkTerms(terms)
  if (!checked.ok) return checked
  return ok({
    ...campaign,
    ...terms,
    currency: marketFacts[terms.market].currency,
    revision: campaign.revision + 1,
  })
}
