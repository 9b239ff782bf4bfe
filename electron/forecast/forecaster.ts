import type { CampaignView } from '../../shared/campaigns/requests'
import type { ForecastModel } from '../../shared/reports/forecast/model'
import { pastOfShop } from '../../shared/reports/forecast/ofShop'
import { fewestOwn, type OwnJudged } from '../../shared/reports/forecast/ownRecord'
import type { PastCampaign } from '../../shared/reports/forecast/seen'
import type { Instant } from '../../shared/time'
import { learnHere, type Lesson, type Lessons, type Task } from './learn'

export type Learn = (task: Task) => Lessons[Lesson] | Promise<Lessons[Lesson]>

/** Keeps what was learnt from the campaigns that are over, and learns again once another one is or its numbers have changed. */
export interface Forecaster {
  model(campaigns: readonly CampaignView[], at: Instant): Promise<ForecastModel>
  /** How the shop's own past campaigns would have been forecast. */
  record(campaigns: readonly CampaignView[], at: Instant): Promise<readonly OwnJudged[]>
}

interface Kept {
  /** Of which campaigns, with what results. */
  readonly of: string
  readonly learnt: Promise<Lessons[Lesson]>
}

export function createForecaster(learn: Learn): Forecaster {
  const kept = new Map<Lesson, Kept>()
  const learnt = async (lesson: Lesson, campaigns: readonly CampaignView[], at: Instant) => {
    const past = campaigns.flatMap((view) => pastOf(view, at))
    const of = JSON.stringify(past.map(([key]) => key))
    const known = kept.get(lesson)
    if (known?.of === of) return known.learnt
    const task = { lesson, past: past.map(([, each]) => each) }
    // Few teach little, and at once.
    const made: Kept = { of, learnt: Promise.resolve(past.length < fewestOwn ? learnHere(task) : learn(task)) }
    kept.set(lesson, made)
    // What failed is tried again by whoever asks next.
    made.learnt.catch(() => kept.get(lesson) === made && kept.delete(lesson))
    return made.learnt
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
