import type { Campaign } from '../../../shared/campaigns/campaign'
import { formatMoneyShort, minor } from '../../../shared/money'

const grouped = new Intl.NumberFormat('en-IN')

/** How an axis writes its numbers: units as they are, amounts in the market's scale words. */
export const axisWords =
  ({ target, currency }: Campaign) =>
  (value: number): string =>
    target.kind === 'units' ? grouped.format(value) : formatMoneyShort(minor(Math.round(value)), currency)
