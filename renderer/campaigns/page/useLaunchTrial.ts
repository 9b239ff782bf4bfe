import type { Campaign } from '../../../shared/campaigns/campaign'
import { launchCampaign } from '../../../shared/campaigns/launchCampaign'
import type { CampaignView } from '../../../shared/campaigns/requests'
import type { Result } from '../../../shared/result'
import type { Instant } from '../../../shared/time'
import { useAsk } from '../../api'
import { useSession } from '../../session/useSession'

/** What the rule would say to a launch at this moment; null while what it needs to know is on its way. */
export function useLaunchTrial({ campaign }: CampaignView, at: Instant): Result<Campaign> | null {
  const product = useAsk('products.one', { id: campaign.productId })
  const others = useAsk('campaigns.list', { text: '', states: [], productId: campaign.productId })
  const { who } = useSession()
  if (product.state !== 'loaded' || others.state !== 'loaded' || product.value === null) return null
  const facts = {
    revision: campaign.revision,
    product: product.value.product,
    others: others.value.map((other) => other.campaign),
  }
  return launchCampaign(campaign, facts, { kind: 'staff', staffId: who.id, name: who.name, roles: who.roles }, at)
}
