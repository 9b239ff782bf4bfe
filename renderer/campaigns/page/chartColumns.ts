import type { Campaign } from '../../../shared/campaigns/campaign'
import type { ChartColumn, ChartColumnKind } from '../../../shared/reports/chartTable'
import type { ChartDay } from './chartDays'

/** The target's measure: units, or an amount of its currency. */
export const measureOf = ({ target, currency }: Campaign): ChartColumnKind =>
  target.kind === 'units' ? { kind: 'count', unit: 'unit' } : { kind: 'money', currency }

/** Columns of a campaign's charts: the day in its zone, then numbers in its target's measure. */
export const dayColumns = <Key extends Exclude<keyof ChartDay, 'day'>>(
  campaign: Campaign,
  numbers: readonly (readonly [head: string, key: Key])[],
): readonly ChartColumn<Key | 'day'>[] => [
  { kind: 'day', zone: campaign.zone, key: 'day', head: 'Day' },
  ...numbers.map(([head, key]) => ({ ...measureOf(campaign), key, head })),
]
