import { campaignState } from '../../shared/campaigns/campaignState'
import type { CampaignState } from '../../shared/campaigns/campaign'
import type { Changed } from '../../shared/changed'
import type { CampaignId } from '../../shared/ids'
import { minute } from '../../shared/time'
import type { Shop } from '../shop'
import { lapseAllDue } from './lapse'
import { runSettlement } from './run'

/** What happens in an open shop without anyone asking. All of it follows from stored facts, never from a timer having fired. */
export interface Duties {
  /** Does what is due now: lapses, and settlements that were approved and are not closed. Resolves when it is done. */
  run(): Promise<void>
  /** Ends them; resolves when what was under way has come to a stop between two commits. */
  stop(): Promise<void>
}

/**
 * The duties of a shop: done at once, and then every minute. `everyMinute` is called before each round, `passed` when
 * time alone has changed the state of campaigns.
 */
export function createDuties(
  shop: Shop,
  passed: (changed: Changed) => void,
  everyMinute: () => void = () => undefined,
): Duties {
  let stopped = false
  let round: Promise<void> | null = null
  let again = false
  let states: ReadonlyMap<CampaignId, CampaignState> | null = null

  async function tellPassedStates(): Promise<void> {
    const at = shop.clock.now()
    const campaigns = (await shop.store.read.campaigns.all()).map(({ campaign }) => campaign)
    const before = states
    states = new Map(campaigns.map((campaign) => [campaign.id, campaignState(campaign, at)]))
    if (before === null) return
    const moved = campaigns.filter(({ id }) => before.has(id) && before.get(id) !== states?.get(id))
    if (moved.length === 0) return
    passed({
      topics: ['campaigns', 'products', 'orders'],
      productIds: moved.map(({ productId }) => productId),
      campaignIds: moved.map(({ id }) => id),
      orderIds: [],
    })
  }

  async function doAll(): Promise<void> {
    // In a shop that is open for reading alone, time still passes.
    if (!(await shop.writable())) return tellPassedStates()
    await lapseAllDue(shop)
    for (const { campaign } of await shop.store.read.campaigns.all()) {
      const { settlement } = campaign
      if (settlement !== null && settlement.statement === null) await runSettlement(shop, campaign.id, () => stopped)
    }
    await tellPassedStates()
  }

  async function rounds(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false
        await doAll()
      }
    } finally {
      round = null
    }
  }

  function run(): Promise<void> {
    if (stopped) return Promise.resolve()
    // Whoever asks during a round may mean something the round has already passed by: another one follows.
    again = true
    round ??= rounds()
    return round
  }

  const runUnasked = (): void => {
    everyMinute()
    run().catch((error: unknown) => shop.reportBug('duties', error))
  }

  const timer = setInterval(runUnasked, minute)
  timer.unref()

  return {
    run,
    async stop() {
      stopped = true
      clearInterval(timer)
      await round?.catch(() => undefined)
    },
  }
}
