import type { CampaignView } from '../../shared/campaigns/requests'
import { ok, refuse } from '../../shared/result'
import { approveSettlement } from '../../shared/settlement/approve'
import { previewSettlement } from '../../shared/settlement/preview'
import { dayLength } from '../../shared/time'
import type { FeatureHandlers } from './handler'
import { campaignAtRest, productIn } from './record'
import { campaignView, campaignViews, productNames } from './views'

/** How long a closed settlement stays on the list of settlements. */
const closedShownFor = 90 * dayLength

export const settlementHandlers: FeatureHandlers<'settlement'> = {
  'settlement.list': async (_input, { read, at }) => {
    const views = await campaignViews(read, at)
    const place = ({ state, campaign }: CampaignView): number | null => {
      if (state === 'ended, to be settled') return 0
      if (state === 'settling') return 1
      const closedAt = campaign.settlement?.statement?.closedAt
      return closedAt !== undefined && at - closedAt <= closedShownFor ? 2 : null
    }
    return ok(
      views
        .flatMap((view) => {
          const placed = place(view)
          return placed === null ? [] : [{ view, placed }]
        })
        .toSorted((left, right) => left.placed - right.placed || right.view.campaign.endsAt - left.view.campaign.endsAt)
        .map(({ view }) => view),
    )
  },

  'settlement.preview': async ({ id: campaignId }, { read, at }) => {
    const found = await read.campaigns.one(campaignId)
    if (found === null) return refuse('no-such-campaign', 'There is no such campaign.', 'id')
    if (found.campaign.launchedAt === null) {
      return refuse('not-launched', 'This campaign was never launched, so there is nothing to settle.', 'id')
    }
    return ok(previewSettlement(campaignView(found, await productNames(read), at), at))
  },

  'settlement.approve': async ({ id: campaignId, outcome, newlyOwed, password }, desk) => {
    const proven = await desk.prove(password, 'password')
    if (!proven.ok) return proven
    const approved = await desk.commit(async ({ tx, at, by, lapseDue }) => {
      await lapseDue(campaignId)
      const found = await campaignAtRest(tx, campaignId)
      if (!found.ok) return found
      const { campaign, tally } = found.value
      const product = await productIn(tx, campaign.productId)
      if (!product.ok) return product
      const decided = approveSettlement(campaign, tally, product.value, { outcome, newlyOwed }, by, at)
      if (!decided.ok) return decided
      tx.campaigns.put(decided.value.campaign)
      if (decided.value.product !== product.value) tx.products.put(decided.value.product)
      return ok({
        reply: { id: campaignId },
        subject: { campaignId, productId: campaign.productId },
        summary: `Approved the settlement of ${product.value.name}: ${outcome}`,
      })
    })
    if (approved.ok) desk.runSettlements()
    return approved
  },
}
