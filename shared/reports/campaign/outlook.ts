import type { CalibrationBin } from '../forecast/calibration'
import { calibrationOf } from '../forecast/calibration'
import type { FanDay } from '../forecast/fan'
import type { Forecast } from '../forecast/forecast'
import type { OwnJudged } from '../forecast/ownRecord'

/** What a running campaign's page tells of its end. */
export interface Outlook {
  /** Null once the campaign is over. */
  readonly forecast: Forecast | null
  /** From today to the last day; empty where nothing can be known. */
  readonly fan: readonly FanDay[]
}

/** How forecasts of the shop's own past campaigns would have done. */
export interface ForecastRecord {
  /** Campaigns that are over and were not called off. */
  readonly campaigns: number
  /** Empty where there are too few to judge by. */
  readonly bins: readonly CalibrationBin[]
  /** The share of results that lay within the 80 % range; null where there are too few. */
  readonly within: number | null
}

/** With fewer campaigns behind it a record is luck. */
export const fewestForRecord = 10

/** Sums up forecasts that were made of past campaigns, several on each one's way. */
export function forecastRecord(campaigns: number, judged: readonly OwnJudged[]): ForecastRecord {
  if (campaigns < fewestForRecord || judged.length === 0) return { campaigns, bins: [], within: null }
  const within = judged.filter((each) => each.within).length / judged.length
  return { campaigns, bins: calibrationOf(judged), within }
}
