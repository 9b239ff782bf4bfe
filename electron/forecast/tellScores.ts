import { calibrationOf } from '../../shared/reports/forecast/calibration'
import { scoreOf, type Judged } from '../../shared/reports/forecast/evaluate'
import type { PastCampaign } from '../../shared/reports/forecast/seen'
import { bestThreshold, straightLine, type Yardstick } from './yardsticks'

/** What was forecast at one share of the timeline. */
interface JudgedAt {
  readonly elapsed: number
  readonly judged: readonly Judged[]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)
const figure = (value: number): string => value.toFixed(3).padStart(7)
const both = ({ accuracy, brierOfCalls, brierOfRates }: Yardstick): string =>
  `${percent(accuracy)} ${figure(brierOfCalls)} ${figure(brierOfRates)}`

/** The scores beside those of simple methods, and how often forecasts of a tenth of probability came true. */
export function tellScores(past: readonly PastCampaign[], at: readonly JudgedAt[]): readonly string[] {
  return [
    '',
    '         |        forecast          |      straight line      |     best threshold',
    ' elapsed | accuracy   Brier 80 % has | accuracy   calls   rates | accuracy   calls   rates',
    ...at.map(({ elapsed, judged }) => {
      const { accuracy, brier, band80 } = scoreOf(elapsed, judged)
      const line = both(straightLine(past, elapsed))
      const threshold = both(bestThreshold(past, elapsed))
      return `${percent(elapsed)} | ${percent(accuracy)} ${figure(brier)} ${percent(band80)} | ${line} | ${threshold}`
    }),
    '',
    '"80 % has": how many results lie within the 80 % range. The simple methods only call; their Brier scores are those of the calls as 0 and 1,',
    'and of the share of funded campaigns behind each call. The threshold is the best one on this very file.',
    '',
    'Calibration: of the forecasts that said about …, so many campaigns were funded (number of forecasts).',
    ...at.map(({ elapsed, judged }) => {
      const bins = calibrationOf(judged).map(
        ({ said, happened, n }) => `${Math.round(said * 100)} → ${Math.round(happened * 100)} (${n})`,
      )
      return `${percent(elapsed)}: ${bins.join(', ')}`
    }),
  ]
}
