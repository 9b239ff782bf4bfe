import type { CampaignId } from '../../ids'
import { minor, type Minor } from '../../money'
import { dayOf, type Day, type Zone } from '../../time'
import { accountNames, type LedgerAccount } from './accounts'
import type { JournalEntry } from './journal'

/** Days of the campaigns' zones, both inclusive. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** An account of one campaign over the period. Balances are debits less credits, so liabilities and revenue are negative. */
export interface AccountMovement {
  readonly account: LedgerAccount
  readonly opening: Minor
  readonly debit: Minor
  readonly credit: Minor
  readonly closing: Minor
}

/** What one campaign's entries of one day come to on one account. */
export interface DayMovement {
  readonly campaignId: CampaignId
  readonly day: Day
  readonly account: LedgerAccount
  readonly debit: Minor
  readonly credit: Minor
}

interface Sides {
  debit: number
  credit: number
}

interface CampaignBook {
  readonly opening: Map<LedgerAccount, number>
  readonly days: Map<Day, Map<LedgerAccount, Sides>>
}

/**
 * Adds up entries, campaign by campaign: balances before the period, then each of its days. Mutable and small: it holds days, never
 * entries.
 */
export class LedgerBook {
  readonly #period: Period
  readonly #campaigns = new Map<CampaignId, CampaignBook>()

  constructor(period: Period) {
    this.#period = period
  }

  /** Whether the entry lies in the period; one before it is in the opening balances, a later one in nothing. */
  add(campaignId: CampaignId, zone: Zone, entry: JournalEntry): boolean {
    const day = dayOf(entry.at, zone)
    if (day > this.#period.to) return false
    const book: CampaignBook = this.#campaigns.get(campaignId) ?? { opening: new Map(), days: new Map() }
    this.#campaigns.set(campaignId, book)
    if (day < this.#period.from) {
      const move = (account: LedgerAccount, by: number) =>
        book.opening.set(account, (book.opening.get(account) ?? 0) + by)
      move(entry.debit, entry.amount)
      move(entry.credit, 0 - entry.amount)
      return false
    }
    const accounts = book.days.get(day) ?? new Map<LedgerAccount, Sides>()
    book.days.set(day, accounts)
    sidesOf(accounts, entry.debit).debit += entry.amount
    sidesOf(accounts, entry.credit).credit += entry.amount
    return true
  }

  /** Campaigns with any money in or before the period. */
  campaignIds(): readonly CampaignId[] {
    return [...this.#campaigns.keys()]
  }

  /** By day, then by campaign as they came, then by account; what did not move is absent. */
  days(): readonly DayMovement[] {
    const moved = [...this.#campaigns].flatMap(([campaignId, { days }]) =>
      [...days].flatMap(([day, accounts]) =>
        accountNames.flatMap((account) => {
          const sides = accounts.get(account)
          if (sides === undefined) return []
          return [{ campaignId, day, account, debit: minor(sides.debit), credit: minor(sides.credit) }]
        }),
      ),
    )
    return moved.sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)))
  }

  /** Every account of the campaign, also those that did not move. */
  balances(campaignId: CampaignId): readonly AccountMovement[] {
    const book = this.#campaigns.get(campaignId)
    return accountNames.map((account) => {
      const opening = book?.opening.get(account) ?? 0
      let [debit, credit] = [0, 0]
      for (const accounts of book?.days.values() ?? []) {
        debit += accounts.get(account)?.debit ?? 0
        credit += accounts.get(account)?.credit ?? 0
      }
      return {
        account,
        opening: minor(opening),
        debit: minor(debit),
        credit: minor(credit),
        closing: minor(opening + debit - credit),
      }
    })
  }
}

function sidesOf(accounts: Map<LedgerAccount, Sides>, account: LedgerAccount): Sides {
  const sides = accounts.get(account) ?? { debit: 0, credit: 0 }
  accounts.set(account, sides)
  return sides
}
