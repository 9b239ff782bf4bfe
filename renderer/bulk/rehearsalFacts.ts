import { marketFacts } from '../../shared/campaigns/market'
import type { BelowTarget, Rehearsal } from '../../shared/bulk/requests'
import { formatMoney, minor } from '../../shared/money'
import { shortTime } from '../../shared/time'
import { orderCount, unitCount } from '../ui/counts'
import { deedFact, moneyInWords, type DeedKind } from './deedWords'

/** What a rehearsal found, each a sentence. `filters` is null for orders that were chosen one by one. */
export function rehearsalFacts(
  kind: DeedKind,
  { at, orders, possible, owed, reasons, belowTarget }: Rehearsal,
  filters: readonly string[] | null,
): readonly string[] {
  const money = moneyInWords(owed)
  const matching = filters === null || filters.length === 0 ? '' : ` that match ${filters.join(', ')}`
  return [
    possible === 0 ? 'Nothing can be done to any of these orders.' : deedFact[kind](possible),
    ...(kind === 'cancel' && possible > 0
      ? [money === null ? 'Nothing is owed back: none of them was paid.' : `${money} in all will be owed back.`]
      : []),
    ...(kind === 'undo' && money !== null ? [`${money} in all will no longer be owed.`] : []),
    ...reasons.map(({ message, orders: refused }) => `${orderCount(refused)} will be left alone. ${message}`),
    ...belowTarget.map(belowInWords),
    ...(filters === null
      ? []
      : [
          `These are the ${orderCount(orders)}${matching} on ${shortTime(at, marketFacts.IN.zone)}. What comes later is not among them.`,
        ]),
    'Each order is decided again when its turn comes. One that has changed by then is left alone and told in the report.',
  ]
}

function belowInWords({ productName, reached, target, currency }: BelowTarget): string {
  const [after, of] = [reached, target].map((number) =>
    currency === null ? unitCount(number) : formatMoney(minor(number), currency),
  )
  return `${productName} falls below its target: ${after ?? ''} of ${of ?? ''}.`
}
