import { marketFacts } from './market'
import type { Product } from '../products/product'
import { missingBeforeReady } from '../products/missing'
import { assert, ok, refuse, type Refused, type Result } from '../result'
import type { Actor } from '../staff/actor'
import { fullTime, laterOf, type Instant } from '../time'
import type { Campaign } from './campaign'
import { checkTerms } from './checkTerms'
import { refuseStale } from './refusals'

interface Launch {
  /** The one that the manager looked at. */
  readonly revision: number
  readonly product: Product
  /** The product's other campaigns; those of other products or markets do no harm. */
  readonly others: readonly Campaign[]
}

/**
 * Approves a draft: from then on target, price and timeline are locked. Where the start has passed it starts at `at`.
 * Refused when the product is not ready, when the end has passed, and while another campaign of the product in the
 * same market is not settled and would run at the same time.
 */
export function launchCampaign(
  campaign: Campaign,
  { revision, product, others }: Launch,
  by: Actor,
  at: Instant,
): Result<Campaign> {
  assert(campaign.productId === product.id, 'the product is the one that the campaign names')
  if (campaign.launchedAt !== null) return refuse('already-launched', 'This campaign is launched already.')
  if (revision !== campaign.revision) return refuseStale()
  const startsAt = laterOf(campaign.startsAt, at)
  const refused = refuseUnready(product) ?? refuseTimes(campaign, at) ?? refuseRival({ ...campaign, startsAt }, others)
  if (refused) return refused
  return ok({
    ...campaign,
    startsAt,
    launchedAt: at,
    launchedBy: by.kind === 'staff' ? by.staffId : null,
    revision: campaign.revision + 1,
  })
}

function refuseUnready(product: Product): Refused | undefined {
  if (product.archivedAt !== null) return refuse('product-archived', `${product.name} is archived. Restore it first.`)
  if (product.readyAt === null)
    return refuse('product-not-ready', `${product.name} is still a draft. It must be marked ready before its launch.`)
  const missing = missingBeforeReady(product)
  return missing.length > 0
    ? refuse('product-not-ready', `${product.name} is not complete: ${missing.map(({ what }) => what).join(', ')}.`)
    : undefined
}

function refuseTimes(campaign: Campaign, at: Instant): Refused | undefined {
  if (campaign.endsAt <= at)
    return refuse('end-passed', `The end, ${fullTime(campaign.endsAt, campaign.zone)}, has passed. Choose a later one.`)
  const checked = checkTerms(campaign)
  return checked.ok ? undefined : checked
}

/** One live at a time per market; a campaign that was called off stops there. */
function refuseRival(campaign: Campaign, others: readonly Campaign[]): Refused | undefined {
  const rival = others.find(
    (other) =>
      other.id !== campaign.id &&
      other.productId === campaign.productId &&
      other.market === campaign.market &&
      other.launchedAt !== null &&
      other.settlement === null &&
      other.startsAt <= campaign.endsAt &&
      (other.calledOff?.at ?? other.endsAt) >= campaign.startsAt,
  )
  return rival
    ? refuse(
        'another-campaign',
        `Another campaign of this product in ${marketFacts[rival.market].name} runs until ${fullTime(rival.endsAt, rival.zone)}. One runs at a time.`,
      )
    : undefined
}
