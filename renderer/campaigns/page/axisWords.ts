import type { Campaign } from '../../../shared/campaigns/campaign'
import { formatMoneyShort, minor } from '../../../shared/money'
import { grouped } from '../../ui/counts'

/** How an axis writes its numbers: units as they are, amounts in the market's scale words. */
export const axisWords =
  ({ target, currency }: Campaign) =>
  (value: number): string =>
    target.kind === 'units' ? grouped(value) : formatMoneyShort(minor(Math.round(value)), currency)
