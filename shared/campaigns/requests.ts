import { z } from 'zod'
import { idSchema, type CampaignId, type OfferId, type ProductId } from '../ids'
import { command, instantSchema, lineSchema, minorSchema, output, query, unitsSchema, zoneSchema } from '../request'
import { campaignStates, type Campaign, type CampaignState } from './campaign'
import { markets } from './market'
import type { Tally } from './tally'

const campaignId = idSchema<CampaignId>()

export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('units'), units: unitsSchema }),
  z.strictObject({ kind: z.literal('amount'), amount: minorSchema }),
])

export const campaignTermsSchema = z.strictObject({
  productId: idSchema<ProductId>(),
  market: z.enum(markets),
  target: targetSchema,
  price: minorSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  zone: zoneSchema,
  paymentWindowMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60),
  cap: unitsSchema.nullable(),
  perSupporterLimit: unitsSchema.nullable(),
  shippingPromise: z.strictObject({ days: z.number().int().min(1).max(365), base: z.enum(['order', 'funding']) }),
})

const offerSchema = z.strictObject({
  name: lineSchema(80, 1),
  discount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0.01).max(100) }),
    z.strictObject({ kind: z.literal('amount'), amount: minorSchema }),
  ]),
  startsAt: instantSchema,
  endsAt: instantSchema,
})

/** A campaign with its state and numbers, as lists and pages show it. */
export interface CampaignView {
  readonly campaign: Campaign
  readonly state: CampaignState
  readonly tally: Tally
  readonly productName: string
}

const saved = output<{ readonly id: CampaignId; readonly revision: number }>()

export const campaignsRequests = {
  'campaigns.list': query(
    'signed-in',
    z.strictObject({
      text: z.string().max(200),
      states: z.array(z.enum(campaignStates)).max(campaignStates.length),
      productId: idSchema<ProductId>().nullable(),
    }),
    output<readonly CampaignView[]>(),
  ),
  'campaigns.one': query('signed-in', z.strictObject({ id: campaignId }), output<CampaignView | null>()),
  'campaigns.create': command(['merchandiser'], { terms: campaignTermsSchema }, saved),
  'campaigns.save': command(
    ['merchandiser'],
    { id: campaignId, revision: z.number().int(), terms: campaignTermsSchema },
    saved,
  ),
  /** Only drafts: nothing refers to them yet. */
  'campaigns.discard': command(['merchandiser'], { id: campaignId }, output<{ readonly id: CampaignId }>()),
  /** A manager's approval: from then on target, price and timeline are locked. Starts at once where the start has passed. */
  'campaigns.launch': command(['manager'], { id: campaignId, revision: z.number().int() }, saved),
  'campaigns.addOffer': command(['merchandiser'], { id: campaignId, offer: offerSchema }, saved),
  'campaigns.withdrawOffer': command(['merchandiser'], { id: campaignId, offerId: idSchema<OfferId>() }, saved),
  'campaigns.callOff': command(['manager'], { id: campaignId, reason: lineSchema(300, 3) }, saved),
}
