import { forecast, type Forecast } from '../forecast/forecast'
import type { ForecastModel } from '../forecast/model'
import { atShare, seenAt, type PastCampaign } from '../forecast/seen'

/** What was forecast when so much of the timeline was over; 0.1 is a tenth. */
export interface ForecastThen {
  readonly elapsed: number
  readonly forecast: Forecast
}

const shares = [0.1, 0.25, 0.5, 0.75]

/** What the forecast said on the way, worked out anew from the days. `model` knows only what was known when the campaign began. */
export const forecastsThen = (model: ForecastModel, past: PastCampaign): readonly ForecastThen[] =>
  shares.map((elapsed) => ({ elapsed, forecast: forecast(model, seenAt(past, atShare(past, elapsed)), null) }))
