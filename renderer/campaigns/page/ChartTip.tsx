import type { Campaign } from '../../../shared/campaigns/campaign'
import { measureWords } from '../campaignWords'
import { dayLabel, type ChartDay } from './chartDays'
import classes from './page.module.css'

interface ChartTipProps {
  readonly campaign: Campaign
  readonly lines: readonly (readonly [
    label: string,
    value: 'reached' | 'even' | 'needed' | 'placed' | 'paid' | 'cancelled',
  ])[]
  readonly active?: boolean | undefined
  readonly payload?: readonly { readonly payload?: unknown }[] | undefined
}

/** A day's numbers beside the pointer. */
export function ChartTip({ campaign, lines, active, payload }: ChartTipProps) {
  // recharts hands the very row back that it was given.
  const day = payload?.[0]?.payload as ChartDay | undefined
  if (active !== true || day === undefined) return null
  return (
    <dl className={classes.tip}>
      <strong>{dayLabel(day.day)}</strong>
      {lines.map(([label, key]) => {
        const value = day[key]
        return value === null ? null : (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{measureWords(Math.abs(value), campaign)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
