import type { ForecastModel } from '../../shared/reports/forecast/model'
import { modelOf, recordOf, type OwnJudged } from '../../shared/reports/forecast/ownRecord'
import type { PastCampaign } from '../../shared/reports/forecast/seen'

/** What can be learnt from a shop's past campaigns, each by itself: the record takes much longer. */
export interface Lessons {
  readonly model: ForecastModel
  readonly record: readonly OwnJudged[]
}
export type Lesson = keyof Lessons

export interface Task {
  readonly lesson: Lesson
  readonly past: readonly PastCampaign[]
}

/** Learns at once, on the thread that asks: seconds where there are hundreds of campaigns. */
export const learnHere = ({ lesson, past }: Task): Lessons[Lesson] =>
  lesson === 'model' ? modelOf(past) : recordOf(past)
