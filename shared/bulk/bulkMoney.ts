import { add, currencies, type Currency, type Minor } from '../money'
import type { BulkMoney } from './job'

/** The sums with `amount` more of one currency; nothing is not mentioned. */
export function withMoney(sums: readonly BulkMoney[], currency: Currency, amount: Minor): readonly BulkMoney[] {
  if (amount === 0) return sums
  const known = sums.find((sum) => sum.currency === currency)
  const sum = { currency, amount: known === undefined ? amount : add(known.amount, amount) }
  const others = sums.filter((other) => other.currency !== currency)
  return [...others, sum].sort((left, right) => currencies.indexOf(left.currency) - currencies.indexOf(right.currency))
}
