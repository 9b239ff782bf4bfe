import type { CountedCampaign } from '../../../electron/books/checkCampaign'
import type { Order } from '../../../shared/orders/order'
import type { LedgerAccount } from '../../../shared/reports/ledger/accounts'
import { LedgerBook } from '../../../shared/reports/ledger/book'
import { journalOf, recognisedAt } from '../../../shared/reports/ledger/journal'
import { campaignMoney } from '../../../shared/reports/money/marketMoney'
import { addDays, day, dayOf, type Day } from '../../../shared/time'

/** Late money is owed on the page from when it was told of, in the books from when it came: once all is told they agree. */
const ever = day('9999-12-31')

/** What is wrong between a campaign's journal, its tally and its breakdown, or null. */
export function ledgerFault({ campaign, tally, breakdown }: CountedCampaign, orders: readonly Order[]): string | null {
  const { id, zone } = campaign
  const entries = orders.flatMap((order) => journalOf(order, recognisedAt(campaign)))
  if (new Set(entries.map(({ number }) => number)).size !== entries.length) return 'an entry has no number of its own'
  if (entries.some(({ debit, credit, amount }) => debit === credit || amount <= 0)) return 'an entry moves nothing'
  const days = [...new Set(entries.map(({ at }) => dayOf(at, zone)))].sort()
  const balancesOf = (from: Day, to: Day) => {
    const book = new LedgerBook({ from, to })
    for (const entry of entries) book.add(id, zone, entry)
    return book.balances(id)
  }
  const [first = '2018-01-01' as Day, last = first] = [days[0], days.at(-1)]
  const whole = balancesOf(first, last)
  const closing = (account: LedgerAccount): number => whole.find((each) => each.account === account)?.closing ?? 0
  if (whole.reduce((sum, each) => sum + each.closing, 0) !== 0) return 'the books do not balance'

  let [captured, owed, settled] = [0, 0, 0]
  for (const money of Object.values(tally.byMode)) {
    captured += money.captured
    owed += money.owed + money.sent + money.failed
    settled += money.settled
  }
  if (closing('receivable') !== captured) return 'what was captured is not what the tally says'
  if (-closing('paidBack') !== settled) return 'what was refunded is not what the tally says'
  if (-closing('refunds') - closing('late') !== owed) return 'what is owed is not what the tally says'
  if (-closing('held') - closing('revenue') !== captured - owed - settled) return 'what is kept is not the tally’s'
  const money = campaignMoney({ campaign, label: '', breakdown }, ever)
  if (-closing('revenue') !== money.revenue || -closing('held') !== money.held) return 'the page says otherwise'

  // Whichever day divides two periods: one opens where the other closed.
  for (const each of days) {
    const [before, after] = [balancesOf(first, each), balancesOf(addDays(each, 1), last)]
    for (const [place, { closing: closed }] of before.entries()) {
      if (after[place]?.opening !== closed) return `the period from ${each} on opens with other balances`
      if (after[place].closing !== whole[place]?.closing) return `the period from ${each} on closes with other balances`
    }
  }
  return null
}
