import type { StatementLine } from '../campaigns/campaign'
import { paymentModes } from '../campaigns/paymentMode'
import type { MoneyCount, Tally } from '../campaigns/tally'
import { add, minor, nothing, subtract, type Minor } from '../money'
import { assert } from '../result'

export type StatementTotal = Omit<StatementLine, 'mode'>

/** Money of the mode that is neither promised nor given back. */
const unpromised = ({ captured, owed, sent, settled, failed }: MoneyCount): Minor =>
  minor(captured - owed - sent - settled - failed)

/** The campaign's money by payment mode as it stands; modes without any payment are left out. */
export function statementLines(tally: Tally): readonly StatementLine[] {
  return paymentModes.flatMap((mode) => {
    const money = tally.byMode[mode]
    if (money === undefined) return []
    const { payments, captured, owed, sent, settled, failed } = money
    return [{ mode, payments, captured, kept: unpromised(money), owed: add(owed, sent, failed), refunded: settled }]
  })
}

/** The same lines as they will be once everything that is still kept is owed back: a failed campaign's. */
export const allOwedBack = (lines: readonly StatementLine[]): readonly StatementLine[] =>
  lines.map((line) => ({ ...line, kept: nothing, owed: add(line.owed, line.kept) }))

export function totalOf(lines: readonly StatementLine[]): StatementTotal {
  return lines.reduce<StatementTotal>(
    (sum, { payments, captured, kept, owed, refunded }) => ({
      payments: sum.payments + payments,
      captured: add(sum.captured, captured),
      kept: add(sum.kept, kept),
      owed: add(sum.owed, owed),
      refunded: add(sum.refunded, refunded),
    }),
    { payments: 0, captured: nothing, kept: nothing, owed: nothing, refunded: nothing },
  )
}

/**
 * What is kept by the orders: the price of units paid for, neither cancelled nor voided. Known without looking at any payment or
 * refund, so the statement can be held against it.
 */
export const keptByOrders = (tally: Tally): Minor => subtract(tally.net.amount, tally.voided.amount)

/**
 * The proof of a statement, to the smallest unit: captured = kept + owed + refunded, each of them zero or more on every line, and
 * what the money facts leave as kept is what the orders say is kept. Throws where it does not hold.
 */
export function prove(lines: readonly StatementLine[], kept: Minor): void {
  for (const line of [...lines, totalOf(lines)]) {
    const parts = [line.captured, line.kept, line.owed, line.refunded]
    assert(
      parts.every((part) => part >= 0),
      'no line of a statement is negative',
    )
    assert(line.captured === line.kept + line.owed + line.refunded, 'captured = kept + owed + refunded')
  }
  assert(totalOf(lines).kept === kept, 'the money kept is the price of the units kept')
}
