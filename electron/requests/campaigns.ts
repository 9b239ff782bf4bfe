import { callOff } from '../../shared/campaigns/callOff'
import type { Campaign } from '../../shared/campaigns/campaign'
import { discardCampaign } from '../../shared/campaigns/discardCampaign'
import { draftCampaign } from '../../shared/campaigns/draftCampaign'
import { launchCampaign } from '../../shared/campaigns/launchCampaign'
import { marketFacts } from '../../shared/campaigns/market'
import { addOffer, withdrawOffer } from '../../shared/campaigns/offers'
import { saveCampaign } from '../../shared/campaigns/saveCampaign'
import { id, type CampaignId, type OfferId } from '../../shared/ids'
import type { Product } from '../../shared/products/product'
import { ok, type Result } from '../../shared/result'
import type { Transaction } from '../store/store'
import type { CommandDesk, CommitDesk, Done, FeatureHandlers } from './handler'
import { campaignAtRest, campaignIn, productIn } from './record'
import { findsIn } from './search'
import { campaignView, campaignViews, productNames } from './views'

export const campaignsHandlers: FeatureHandlers<'campaigns'> = {
  'campaigns.list': async ({ text, states, productId }, { read, at }) => {
    const views = await campaignViews(read, at)
    return ok(
      views.filter(
        ({ campaign, state, productName }) =>
          (states.length === 0 || states.includes(state)) &&
          (productId === null || campaign.productId === productId) &&
          findsIn(text, [productName, marketFacts[campaign.market].name]),
      ),
    )
  },

  'campaigns.one': async ({ id: campaignId }, { read, at }) => {
    const found = await read.campaigns.one(campaignId)
    return ok(found === null ? null : campaignView(found, await productNames(read), at))
  },

  'campaigns.create': ({ terms }, desk) =>
    desk.commit(async ({ tx, at }) => {
      const product = await productIn(tx, terms.productId, 'terms.productId')
      if (!product.ok) return product
      const drafted = draftCampaign({ id: id<CampaignId>(desk.newId()), terms }, product.value, at)
      return drafted.ok ? saved(tx, drafted.value, product.value, 'Drafted a campaign') : drafted
    }),

  'campaigns.save': ({ id: campaignId, revision, terms }, desk) =>
    desk.commit(async ({ tx, at }) => {
      const found = await campaignIn(tx, campaignId)
      if (!found.ok) return found
      const product = await productIn(tx, terms.productId, 'terms.productId')
      if (!product.ok) return product
      const changed = saveCampaign(found.value.campaign, { revision, terms }, product.value, at)
      return changed.ok ? saved(tx, changed.value, product.value, 'Changed the draft of a campaign') : changed
    }),

  'campaigns.discard': ({ id: campaignId }, desk) =>
    desk.commit(async ({ tx }) => {
      const found = await campaignIn(tx, campaignId)
      if (!found.ok) return found
      const discarded = discardCampaign(found.value.campaign)
      if (!discarded.ok) return discarded
      tx.campaigns.remove(campaignId)
      const { productId } = found.value.campaign
      return ok({
        reply: { id: campaignId },
        subject: { campaignId, productId },
        summary: 'Discarded a draft campaign',
      })
    }),

  'campaigns.launch': ({ id: campaignId, revision }, desk) =>
    change(desk, campaignId, 'Launched the campaign', async (campaign, product, { tx, at, by }) => {
      const all = await tx.read.campaigns.ofProduct(product.id)
      const others = all.map((found) => found.campaign).filter((other) => other.id !== campaignId)
      return launchCampaign(campaign, { revision, product, others }, by, at)
    }),

  'campaigns.addOffer': ({ id: campaignId, offer }, desk) =>
    change(desk, campaignId, `Added the offer ${offer.name} to the campaign`, async (campaign, _product, { at }) =>
      addOffer(campaign, { id: id<OfferId>(desk.newId()), offer }, at),
    ),

  'campaigns.withdrawOffer': ({ id: campaignId, offerId }, desk) =>
    change(desk, campaignId, 'Withdrew an offer from the campaign', async (campaign, _product, { at }) =>
      withdrawOffer(campaign, offerId, at),
    ),

  'campaigns.callOff': ({ id: campaignId, reason }, desk) =>
    change(desk, campaignId, 'Called off the campaign', async (campaign, _product, { tx, at, by }) => {
      const atRest = await campaignAtRest(tx, campaignId)
      return atRest.ok ? callOff(campaign, reason, by, at) : atRest
    }),
}

type Saved = Done<{ readonly id: CampaignId; readonly revision: number }>

/** Reads the campaign and its product, has `decide` decide, and saves what it came to. */
const change = (
  desk: CommandDesk,
  campaignId: CampaignId,
  what: string,
  decide: (campaign: Campaign, product: Product, desk: CommitDesk) => Promise<Result<Campaign>>,
) =>
  desk.commit(async (commit) => {
    const found = await campaignIn(commit.tx, campaignId)
    if (!found.ok) return found
    const { campaign } = found.value
    const product = await productIn(commit.tx, campaign.productId)
    if (!product.ok) return product
    const decided = await decide(campaign, product.value, commit)
    return decided.ok ? saved(commit.tx, decided.value, product.value, what) : decided
  })

function saved(tx: Transaction, campaign: Campaign, product: Product, what: string): Result<Saved> {
  tx.campaigns.put(campaign)
  return ok({
    reply: { id: campaign.id, revision: campaign.revision },
    subject: { campaignId: campaign.id, productId: product.id },
    summary: `${what} of ${product.name}`,
  })
}
