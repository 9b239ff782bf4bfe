import type { Campaign } from '../../../shared/campaigns/campaign'
import { ChartTooltip } from '../../ui/chart/ChartTooltip'
import { measureWords } from '../campaignWords'
import { dayLabel, type ChartDay } from './chartDays'

type Told = readonly (readonly [name: string, value: Exclude<keyof ChartDay, 'day'>])[]

/** A day's numbers beside the pointer. */
export const tipOf = (campaign: Campaign, told: Told) => (
  <ChartTooltip<ChartDay>
    title={({ day }) => dayLabel(day)}
    lines={(day) =>
      told.flatMap(([name, key]) => {
        const value = day[key]
        return value === null ? [] : [[name, measureWords(Math.abs(value), campaign)] as const]
      })
    }
  />
)
