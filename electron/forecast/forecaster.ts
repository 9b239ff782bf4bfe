import type { CampaignView } from '../../shared/campaigns/requests'
import type { ForecastModel } from '../../shared/reports/forecast/model'
import { pastOfShop } from '../../shared/reports/forecast/ofShop'
import { fewestOwn, type OwnJudged } from '../../shared/reports/forecast/ownRecord'
import type { PastCampaign } from '../../shared/reports/forecast/seen'
import type { Instant } from '../../shared/time'
import { learnHere, type Lesson, type Lessons, type Task } from './learn'

export type Learn = (task: Task) => Lessons[Lesson] | Promise<Lessons[Lesson]>

/**
 * Keeps what was learnt from the campaigns that were over at an instant, for a few such instants, and learns again once there is another
 * campaign or its numbers have changed.
 */
export interface Forecaster {
  model(campaigns: readonly CampaignView[], at: Instant): Promise<ForecastModel>
  /** How the shop's own past campaigns would have been forecast. */
  record(campaigns: readonly CampaignView[], at: Instant): Promise<readonly OwnJudged[]>
}

/** Now's and those of the reports about past campaigns that somebody turns over. */
const mostKept = 8

export function createForecaster(learn: Learn): Forecaster {
  /** By the lesson and of which campaigns, with what results; what was asked for last stands last. */
  const kept = new Map<string, Promise<Lessons[Lesson]>>()
  const learnt = async (lesson: Lesson, campaigns: readonly CampaignView[], at: Instant) => {
    const past = campaigns.flatMap((view) => pastOf(view, at))
    const key = JSON.stringify([lesson, ...past.map(([of]) => of)])
    const task = { lesson, past: past.map(([, each]) => each) }
    // Few teach little, and at once.
    const made = kept.get(key) ?? Promise.resolve(past.length < fewestOwn ? learnHere(task) : learn(task))
    kept.delete(key)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    // What failed is tried again by whoever asks next.
    made.catch(() => kept.get(key) === made && kept.delete(key))
    return made
  }
  return {
    model: async (campaigns, at) => (await learnt('model', campaigns, at)) as ForecastModel,
    record: async (campaigns, at) => (await learnt('record', campaigns, at)) as readonly OwnJudged[],
  }
}

function pastOf(
  { campaign, tally }: CampaignView,
  at: Instant,
): readonly (readonly [key: string, past: PastCampaign])[] {
  const past = pastOfShop(campaign, tally, at)
  return past === null ? [] : [[`${campaign.id} ${past.result} ${past.funded}`, past]]
}
