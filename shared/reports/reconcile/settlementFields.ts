import { refuse, type Refused } from '../../result'
import { guessMapping, mappingProblem, type Mapping, type SheetFields } from '../../sheets/fields'

export const settlementFieldIds = [
  'entity',
  'payment',
  'kind',
  'amount',
  'fee',
  'tax',
  'credit',
  'debit',
  'settledAt',
  'settlement',
  'utr',
] as const
export type SettlementFieldId = (typeof settlementFieldIds)[number]

export type SettlementMapping = Mapping<SettlementFieldId>

/** What gateways tell of what they settle. The first of the known names that a file has counts. */
export const settlementFields: SheetFields<SettlementFieldId> = {
  entity: {
    label: 'Gateway’s reference',
    needed: false,
    known: ['entity_id', 'transaction_id', 'id'],
    help: 'Of the payment or the refund itself. This one or the next is needed.',
  },
  payment: {
    label: 'Reference of the payment',
    needed: false,
    known: ['payment_id', 'razorpay_payment_id', 'payment_reference'],
    help: 'Of the payment that a refund gives back.',
  },
  kind: {
    label: 'Payment or refund',
    needed: false,
    known: ['type', 'entity_type', 'transaction_type', 'transaction_entity'],
    help: 'payment, refund or adjustment. Without it, references that begin with rfnd_ are refunds.',
  },
  amount: {
    label: 'Amount',
    needed: true,
    known: ['gross_amount', 'transaction_amount'],
    help: 'Of the payment or refund, before fees.',
  },
  fee: {
    label: 'Fee',
    needed: false,
    known: ['fees', 'fee (exclusive tax)', 'gateway_fee'],
    help: 'With its tax in it, unless the name of the column says “exclusive”.',
  },
  tax: { label: 'Tax on the fee', needed: false, known: ['tax', 'gst', 'tax_on_fee'] },
  credit: {
    label: 'Credit',
    needed: false,
    known: ['credit_amount'],
    help: 'What the line adds to the money that is settled. Without it and debit: the amount less its fee.',
  },
  debit: { label: 'Debit', needed: false, known: ['debit_amount'], help: 'What the line takes from it.' },
  settledAt: {
    label: 'Day of settlement',
    needed: false,
    known: ['settled_at', 'settlement_date', 'settled_on', 'settlement_time'],
    help: '2018-04-14 or 14/04/2018, with or without a time.',
  },
  settlement: {
    label: 'Number of the settlement',
    needed: false,
    known: ['settlement_id', 'settlement_reference'],
  },
  utr: { label: 'Bank reference', needed: false, known: ['settlement_utr', 'utr'], help: 'UTR of the transfer.' },
}

/** Gateways write the same name in many ways: letters alone are compared. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/gu, '')

export interface ProposedColumns {
  readonly mapping: SettlementMapping
  /** Whether it can be read so without anyone saying which column is what: it has references and amounts, and no name stands for two. */
  readonly known: boolean
}

/** Which column tells what, by what gateways call theirs. A name that stands in the file twice is left to a person. */
export function proposedColumns(header: readonly string[]): ProposedColumns {
  const guessed = guessMapping(settlementFields, header, letters)
  const isTwice = (head: string | null): boolean =>
    head !== null && header.filter((other) => letters(other) === letters(head)).length > 1
  const mapping = Object.fromEntries(
    settlementFieldIds.map((field) => [field, isTwice(guessed[field]) ? null : guessed[field]]),
  ) as SettlementMapping
  const known =
    settlementMappingProblem(mapping, header) === null && !settlementFieldIds.some((field) => isTwice(guessed[field]))
  return { mapping, known }
}

export const isSameMapping = (left: SettlementMapping, right: SettlementMapping): boolean =>
  settlementFieldIds.every((field) => left[field] === right[field])

/** Why a settlement file cannot be read this way, also where no column tells references; or null. */
export function settlementMappingProblem(mapping: SettlementMapping, header: readonly string[]): Refused | null {
  const wrong = mappingProblem(settlementFields, mapping, header)
  if (wrong !== null) return wrong
  if (mapping.entity !== null || mapping.payment !== null) return null
  const { entity, payment } = settlementFields
  return refuse('column-needed', `Choose the column for “${entity.label}” or “${payment.label}”.`, 'mapping.entity')
}

/** Where each field stands in a row. */
export interface SettlementColumns {
  /** Below zero where no column tells it. */
  readonly places: Readonly<Record<SettlementFieldId, number>>
  /** Whether fees have their tax in them, as they do unless the column says otherwise. */
  readonly feeHasTax: boolean
}

/** Of a mapping without a problem. */
export function settlementColumns(mapping: SettlementMapping, header: readonly string[]): SettlementColumns {
  const place = (head: string | null): number => (head === null ? -1 : header.indexOf(head))
  const places = Object.fromEntries(
    settlementFieldIds.map((field) => [field, place(mapping[field])]),
  ) as SettlementColumns['places']
  return { places, feeHasTax: !letters(mapping.fee ?? '').includes('exclusive') }
}
