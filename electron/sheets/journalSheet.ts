import { setImmediate } from 'node:timers/promises'
import { moneyCell, textCell, type Cell } from '../../shared/cell'
import { campaignLabel } from '../../shared/campaigns/campaignLabel'
import type { Campaign } from '../../shared/campaigns/campaign'
import { marketFacts } from '../../shared/campaigns/market'
import { minor, type Currency, type Minor } from '../../shared/money'
import type { CampaignId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { everyOrder } from '../../shared/orders/requests'
import { accounts, type LedgerAccount } from '../../shared/reports/ledger/accounts'
import { LedgerBook } from '../../shared/reports/ledger/book'
import { journalOf, recognisedAt, type JournalEntry } from '../../shared/reports/ledger/journal'
import type { JournalKind } from '../../shared/reports/money/requests'
import type { ParsedInput } from '../../shared/requests'
import { dayOf, type Instant } from '../../shared/time'
import type { Progress } from '../longDeed'
import { productNames } from '../requests/views'
import type { Reads } from '../store/store'
import type { ListSheet } from './listSheet'

type Asked = Omit<ParsedInput<'sheets.exportJournal'>, 'format'>

interface Told {
  readonly campaign: Campaign
  readonly label: string
  readonly orders: number
}

type Rows = readonly (readonly Cell[])[]

const names: Record<JournalKind, string> = {
  entries: 'Journal',
  days: 'Journal by day',
  balances: 'Balances of accounts',
}

/** A market's journal over a period. Goes through every order once and holds days at most, never entries. */
export async function journalSheet(read: Reads, asked: Asked, at: Instant): Promise<ListSheet> {
  const { market, from, to, kind } = asked
  const { currency } = marketFacts[market]
  const [found, products] = await Promise.all([read.campaigns.all(), productNames(read)])
  const told = found
    .filter(({ campaign }) => campaign.market === market && campaign.launchedAt !== null)
    .map(({ campaign, tally }) => ({
      campaign,
      label: campaignLabel({ campaign, productName: products.get(campaign.productId) ?? '' }),
      orders: tally.placed.orders,
    }))
    .toReversed()
  const words = [`${marketFacts[market].name}, ${currency}`, `${from} to ${to}`]
  const book = new LedgerBook({ from, to })
  const pass = (progress: Progress) => entriesOf(read, told, at, progress)
  const rows: Record<JournalKind, (progress: Progress) => AsyncGenerator<Rows>> = {
    entries: (progress) => entryRows(pass(progress), book, currency),
    days: (progress) => dayRows(pass(progress), book, told, currency),
    balances: (progress) => balanceRows(pass(progress), book, told, currency),
  }
  return {
    name: names[kind],
    words,
    impersonal: words,
    zones: [...new Set(told.map(({ campaign }) => campaign.zone))],
    heads: headsOf(kind, currency),
    total: null,
    rows: rows[kind],
  }
}

function headsOf(kind: JournalKind, currency: Currency): readonly string[] {
  const [debit, credit] = [`Debit (${currency})`, `Credit (${currency})`]
  if (kind === 'entries')
    return ['Date', 'Entry', 'What', 'Account', 'Account name', debit, credit, 'Order', 'Reference', 'Campaign']
  if (kind === 'days') return ['Date', 'Entry', 'Account', 'Account name', debit, credit, 'Campaign']
  return ['Campaign', 'Account', 'Account name', `Opening (${currency})`, debit, credit, `Closing (${currency})`]
}

interface Slice {
  readonly told: Told
  readonly orders: readonly { readonly order: Order; readonly entries: readonly JournalEntry[] }[]
}

/** A millisecond or two of reading. */
const sliceLength = 200

async function* entriesOf(read: Reads, told: readonly Told[], at: Instant, progress: Progress): AsyncGenerator<Slice> {
  const total = told.reduce((sum, { orders }) => sum + orders, 0)
  let done = 0
  for (const each of told) {
    const { sort, descending, offset: _offset, ...filter } = everyOrder
    const query = { ...filter, sort, descending, campaignId: each.campaign.id }
    const walked = await read.orders.walk(query, at)
    for (let from = 0; from < walked.total; from += sliceLength) {
      progress(Math.min(done + from, total), total)
      const orders = await walked.slice(from, sliceLength)
      const recognised = recognisedAt(each.campaign)
      yield { told: each, orders: orders.map((order) => ({ order, entries: journalOf(order, recognised) })) }
      await setImmediate()
    }
    done += each.orders
  }
  progress(total, total)
}

const side = (amount: Minor, currency: Currency): Cell => (amount === 0 ? null : moneyCell(amount, currency))

const accountCells = (account: LedgerAccount): readonly Cell[] => [
  textCell(accounts[account].number),
  textCell(accounts[account].name),
]

/** Campaign by campaign, order by order, an order's entries by time; each with its debit and its credit. */
async function* entryRows(slices: AsyncGenerator<Slice>, book: LedgerBook, currency: Currency): AsyncGenerator<Rows> {
  for await (const { told, orders } of slices) {
    const { id, zone } = told.campaign
    const rows: (readonly Cell[])[] = []
    for (const { order, entries } of orders) {
      for (const entry of entries) {
        if (!book.add(id, zone, entry)) continue
        const line = (account: LedgerAccount, debit: Cell, credit: Cell): readonly Cell[] => [
          textCell(dayOf(entry.at, zone)),
          textCell(entry.number),
          textCell(entry.what),
          ...accountCells(account),
          debit,
          credit,
          textCell(order.number),
          textCell(entry.reference),
          textCell(told.label),
        ]
        const amount = moneyCell(entry.amount, currency)
        rows.push(line(entry.debit, amount, null), line(entry.credit, null, amount))
      }
    }
    yield rows
  }
}

async function fill(slices: AsyncGenerator<Slice>, book: LedgerBook): Promise<void> {
  for await (const { told, orders } of slices) {
    for (const { entries } of orders) for (const entry of entries) book.add(told.campaign.id, told.campaign.zone, entry)
  }
}

const labelsOf = (told: readonly Told[]): ReadonlyMap<CampaignId, string> =>
  new Map(told.map(({ campaign, label }) => [campaign.id, label]))

async function* dayRows(
  slices: AsyncGenerator<Slice>,
  book: LedgerBook,
  told: readonly Told[],
  currency: Currency,
): AsyncGenerator<Rows> {
  await fill(slices, book)
  const labels = labelsOf(told)
  yield book
    .days()
    .map(({ campaignId, day, account, debit, credit }) => [
      textCell(day),
      textCell(`${day} ${campaignId}`),
      ...accountCells(account),
      side(debit, currency),
      side(credit, currency),
      textCell(labels.get(campaignId) ?? ''),
    ])
}

/** Opening, movement and closing of every account, campaign by campaign, and of the market as a whole. */
async function* balanceRows(
  slices: AsyncGenerator<Slice>,
  book: LedgerBook,
  told: readonly Told[],
  currency: Currency,
): AsyncGenerator<Rows> {
  await fill(slices, book)
  const labels = labelsOf(told)
  const row = (label: string, account: LedgerAccount, amounts: readonly Minor[]): readonly Cell[] => [
    textCell(label),
    ...accountCells(account),
    ...amounts.map((amount) => moneyCell(amount, currency)),
  ]
  const totals = new Map<LedgerAccount, readonly Minor[]>()
  for (const campaignId of book.campaignIds()) {
    const balances = book.balances(campaignId)
    yield balances.map(({ account, opening, debit, credit, closing }) => {
      const amounts = [opening, debit, credit, closing]
      const before = totals.get(account)
      totals.set(account, before === undefined ? amounts : amounts.map((each, at) => minor(each + (before[at] ?? 0))))
      return row(labels.get(campaignId) ?? '', account, amounts)
    })
  }
  yield [...totals].map(([account, amounts]) => row('All campaigns', account, amounts))
}
