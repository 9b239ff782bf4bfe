import type { CampaignTerms, Offer } from '../../shared/campaigns/campaign'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId } from '../../shared/ids'
import { minor } from '../../shared/money'
import { assert } from '../../shared/result'
import type { RequestInput } from '../../shared/requests'
import type { Instant } from '../../shared/time'
import type { Curated, Foreseen } from './curating'
import type { Stage } from './stage'

/** The terms of a campaign in India unless it says otherwise, and when it is drafted and approved. */
export interface CampaignPlan extends Partial<
  Omit<CampaignTerms, 'productId' | 'price' | 'target' | 'startsAt' | 'endsAt'>
> {
  readonly target: CampaignTerms['target']
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** In the smallest unit of its market's currency. */
  readonly price: number
  readonly draftedAt: Instant
  /** Null while it waits for approval. */
  readonly launchedAt: Instant | null
  readonly offers?: readonly (Pick<Offer, 'name' | 'discount' | 'startsAt' | 'endsAt'> & {
    readonly addedAt?: Instant
  })[]
}

/** Plans the drafting of a campaign, its offers and its approval. `launched` happens right after that. */
export function planCampaign(
  stage: Stage,
  product: Foreseen<Curated>,
  plan: CampaignPlan,
  launched: (campaignId: CampaignId) => void = () => undefined,
): Foreseen<CampaignId> {
  const { agenda, asha, meera } = stage
  let campaignId: CampaignId | null = null
  const get = (): CampaignId => {
    assert(campaignId !== null, 'the campaign has been drafted by now')
    return campaignId
  }
  agenda.plan(plan.draftedAt, async () => {
    const terms = { ...termsOf(plan), productId: product.get().id }
    campaignId = (await asha.does('campaigns.create', { terms })).id
  })
  for (const { addedAt = plan.draftedAt, ...offer } of plan.offers ?? [])
    agenda.plan(addedAt, async () => {
      await asha.does('campaigns.addOffer', { id: get(), offer })
    })
  if (plan.launchedAt !== null)
    agenda.plan(plan.launchedAt, async () => {
      const shown = await meera.asks('campaigns.one', { id: get() })
      assert(shown !== null, 'the campaign is there to be approved')
      await meera.does('campaigns.launch', { id: get(), revision: shown.campaign.revision })
      launched(get())
    })
  return { get }
}

function termsOf(plan: CampaignPlan): Omit<RequestInput<'campaigns.create'>['terms'], 'productId'> {
  const { market = 'IN', target, price, startsAt, endsAt, cap = null, perSupporterLimit = 5 } = plan
  return {
    market,
    target,
    price: minor(price),
    startsAt,
    endsAt,
    zone: plan.zone ?? marketFacts[market].zone,
    paymentWindowMinutes: plan.paymentWindowMinutes ?? 30,
    cap,
    perSupporterLimit,
    shippingPromise: plan.shippingPromise ?? { days: 10, base: 'order' },
  }
}

/** A manager's settlement of a campaign that has ended: the preview, the approval, and the run to its statement. */
export async function settle({ office, meera }: Stage, id: CampaignId): Promise<void> {
  const { outcome, newlyOwed } = await meera.asks('settlement.preview', { id })
  await meera.does('settlement.approve', { id, outcome, newlyOwed, password: '' })
  await office.doDuties()
}
