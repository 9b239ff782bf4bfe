import type { CampaignId } from '../../shared/ids'
import type { Supporter } from '../../shared/orders/order'
import { earlierOf, later, minute, type Instant } from '../../shared/time'
import { planCampaign, type CampaignPlan } from './campaigning'
import { chanceFrom } from './chance'
import { planProduct, type Foreseen, type Curated } from './curating'
import { planOrder, planOrders, type Sale } from './ordering'
import type { ProductText } from './productText'
import type { Stage } from './stage'

/** Enough people that no campaign asks one of them twice. */
export interface Cast {
  readonly people: readonly Supporter[]
  /** A different one for each campaign, so that a change to one story leaves the others as they are. */
  readonly seed: number
}

/** How a campaign goes; its orders come until its end unless it says otherwise. */
type Course = Pick<Sale, 'netUnits' | 'incidents'> & Partial<Pick<Sale, 'until' | 'placed'>>

export interface Told {
  readonly product: Foreseen<Curated>
  readonly campaign: Foreseen<CampaignId>
}

/** A product whose campaign is approved and takes orders. */
export function tellCampaign(
  stage: Stage,
  { people, seed }: Cast,
  text: ProductText,
  createdAt: Instant,
  plan: Omit<CampaignPlan, 'price'>,
  course: Course,
): Told {
  const product = planProduct(stage, text, createdAt)
  const { startsAt, endsAt } = plan
  // Whoever orders now may still be at the payment page.
  const until = earlierOf(course.until ?? endsAt, later(stage.calendar.at, -15 * minute))
  const campaign = planCampaign(stage, product, { ...plan, price: text.price ?? 0 }, (campaignId) =>
    planOrders(stage, {
      ...{ campaignId, product: product.get(), startsAt, endsAt, people, chance: chanceFrom(seed) },
      ...course,
      until,
    }),
  )
  return { product, campaign }
}

export const units = (count: number) => ({ kind: 'units' as const, units: count })

/** One more order of a campaign, at a given instant and not paid in time. */
export function planUnpaid(
  stage: Stage,
  { people, seed }: Cast,
  { product, campaign }: Told,
  { startsAt, endsAt, launchedAt }: Pick<CampaignPlan, 'startsAt' | 'endsAt' | 'launchedAt'>,
  placedAt: Instant,
  fate: 'not paid yet' | 'paid late' = 'not paid yet',
): void {
  const chance = chanceFrom(seed + placedAt)
  const supporter = chance.pick(people)
  stage.agenda.plan(launchedAt ?? startsAt, async () => {
    const sale: Sale = {
      ...{ campaignId: campaign.get(), product: product.get(), startsAt, endsAt, until: endsAt, people, chance },
      ...{ netUnits: 0, incidents: [] },
    }
    planOrder(stage, sale, { placedAt, units: 1, fate, supporter })
  })
}
