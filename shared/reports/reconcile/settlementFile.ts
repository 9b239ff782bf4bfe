import { minor, type Minor } from '../../money'
import { day, dayOf, instant, isDay, type Day, type Zone } from '../../time'
import { letters, type SettlementColumns, type SettlementFieldId } from './settlementFields'

export const amountUnits = ['smallest', 'whole'] as const
/** How a file writes amounts: in smallest units (paise), or in whole ones with decimals (rupees). */
export type AmountUnit = (typeof amountUnits)[number]

export const lineKinds = ['payment', 'refund', 'adjustment'] as const
export type LineKind = (typeof lineKinds)[number]

/** A line of a gateway's settlement file. */
export interface SettlementLine {
  /** Of the file, counted from one. */
  readonly line: number
  readonly kind: LineKind
  /** The gateway's for what is settled: the payment's, or the refund's own. */
  readonly reference: string
  /** Of the payment that a refund gives back; empty where the file does not tell. */
  readonly paymentReference: string
  /** Of the payment or refund, before fees. Negative for an adjustment that takes money. */
  readonly amount: Minor
  readonly fee: Minor
  readonly tax: Minor
  /** What the line adds to the money that is settled. */
  readonly net: Minor
  readonly settledOn: Day | null
  readonly settlement: string
}

/** What a line of the file cannot be read for. */
export interface UnreadLine {
  readonly line: number
  readonly why: string
}

/** How amounts of a gateway that is known look: those with a decimal point are whole units; a file without any counts in the smallest. */
export function guessUnit(rows: readonly (readonly string[])[], { places }: SettlementColumns): AmountUnit {
  const money = [places.amount, places.fee, places.credit, places.debit]
  return rows.some((cells) => money.some((place) => /\.\d/u.test(cells[place] ?? ''))) ? 'whole' : 'smallest'
}

const longestReference = 200

interface Reading {
  readonly columns: SettlementColumns
  readonly unit: AmountUnit
  readonly zone: Zone
}

/** The line, or why it cannot be read. */
export function settlementLine(
  line: number,
  cells: readonly string[],
  { columns: { places, feeHasTax }, unit, zone }: Reading,
): SettlementLine | UnreadLine {
  const cell = (name: SettlementFieldId): string => (cells[places[name]] ?? '').trim()
  const unread = (why: string): UnreadLine => ({ line, why })
  const [entity, payment] = [cell('entity'), cell('payment')]
  const kind = kindOf(cell('kind'), entity)
  if (kind === null) return unread(`The type “${cell('kind').slice(0, 40)}” is not known.`)
  const reference = kind === 'payment' ? entity || payment : entity
  if (reference === '') return unread('This line names neither a payment nor a refund.')
  if ([reference, payment, cell('settlement'), cell('utr')].some(({ length }) => length > longestReference))
    return unread('A reference is too long.')
  const money = (name: SettlementFieldId): Minor | null => (cell(name) === '' ? minor(0) : amountOf(cell(name), unit))
  const [amount, fee, tax, credit, debit] = [
    cell('amount') === '' ? null : money('amount'),
    money('fee'),
    money('tax'),
    money('credit'),
    money('debit'),
  ]
  if (amount === null || fee === null || tax === null || credit === null || debit === null)
    return unread(
      unit === 'smallest'
        ? 'An amount is no whole number of smallest units.'
        : 'An amount cannot be read, or has more than two decimals.',
    )
  if (kind !== 'adjustment' && amount < 0) return unread('The amount is negative.')
  const settledAt = cell('settledAt')
  const settledOn = settledAt === '' ? null : dayIn(settledAt, zone)
  if (settledAt !== '' && settledOn === null) return unread(`“${settledAt.slice(0, 40)}” is no date that is known.`)
  const signed = kind === 'refund' ? 0 - amount : amount
  const told = cell('credit') !== '' || cell('debit') !== ''
  return {
    line,
    kind,
    reference,
    paymentReference: kind === 'payment' ? reference : payment,
    amount: kind === 'adjustment' && told ? minor(credit - debit) : amount,
    fee,
    tax,
    net: told ? minor(credit - debit) : minor(signed - fee - (feeHasTax ? 0 : tax)),
    settledOn,
    settlement: [cell('settlement'), cell('utr')].filter((each) => each !== '').join(' · '),
  }
}

/** Without a type, the reference tells: gateways begin a refund's with `rfnd_`. */
function kindOf(told: string, entity: string): LineKind | null {
  const word = letters(told)
  if (word === '') return entity.startsWith('rfnd_') ? 'refund' : 'payment'
  return lineKinds.find((kind) => kind === word) ?? null
}

function amountOf(text: string, unit: AmountUnit): Minor | null {
  const digits = text.replace(/[,\s]/gu, '')
  const pattern = unit === 'whole' ? /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/u : /^(-?)(\d{1,14})(?:\.0+)?$/u
  const [, sign = '', whole = '', part = ''] = pattern.exec(digits) ?? []
  if (whole === '') return null
  const size = unit === 'whole' ? Number(whole) * 100 + Number(part.padEnd(2, '0')) : Number(whole)
  return minor(sign === '' || size === 0 ? size : -size)
}

/** Seconds since 1970, `2018-04-14` or `14/04/2018`, with or without a time of day. */
function dayIn(text: string, zone: Zone): Day | null {
  if (/^\d{9,10}$/u.test(text)) return dayOf(instant(Number(text) * 1000), zone)
  const iso = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/u.exec(text)?.[0]
  const [, date = '', month = '', year = ''] = /^(\d{2})[/-](\d{2})[/-](\d{4})(?=$|[T ])/u.exec(text) ?? []
  const found = iso ?? `${year}-${month}-${date}`
  return isDay(found) ? day(found) : null
}
