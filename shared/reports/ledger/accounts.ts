/** The accounts of the journal, in the order in which accountants list them. See docs/decisions/0019. */
export const accounts = {
  /** Everything that was ever captured. */
  receivable: { number: '1100', name: 'Gateway receivable' },
  /** What went back to supporters through the gateway or the bank: the other side of the receivable. */
  paidBack: { number: '1110', name: 'Refunded through gateway and bank' },
  /** Money of paid, uncancelled orders whose campaign has not succeeded yet. */
  held: { number: '2100', name: 'Held for supporters' },
  /** Owed back for cancellations and failed campaigns, and not with the supporters yet. */
  refunds: { number: '2200', name: 'Refunds payable' },
  /** Late money that is not with the supporters yet: never the company's. */
  late: { number: '2300', name: 'Late money payable' },
  /** Kept: recognised when a campaign's success is decided. */
  revenue: { number: '4100', name: 'Campaign revenue' },
} as const satisfies Readonly<Record<string, { readonly number: string; readonly name: string }>>

export type LedgerAccount = keyof typeof accounts

export const accountNames = Object.keys(accounts) as readonly LedgerAccount[]
