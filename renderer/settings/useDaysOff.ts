import type { Market } from '../../shared/campaigns/market'
import { daysOffIn, type DaysOff, type Holidays } from '../../shared/settings/holidays'
import { useAsk } from '../api'

const none: Holidays = []

/** The days on which banks of the market do not work; none while they are on their way. */
export function useDaysOff(market: Market): DaysOff {
  const settings = useAsk('settings.support', {})
  return daysOffIn(settings.state === 'loaded' ? settings.value.holidays : none, market)
}
