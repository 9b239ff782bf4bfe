import { z } from 'zod'
import { assert } from './result'

/** Ids are made where a thing is first wished for (a form, the store) and carry a brand, so that one kind never passes for another. */
type Branded<Brand extends string> = string & { readonly __brand: Brand }

export type ProductId = Branded<'ProductId'>
export type VariantId = Branded<'VariantId'>
export type PictureId = Branded<'PictureId'>
export type MakerId = Branded<'MakerId'>
export type CampaignId = Branded<'CampaignId'>
export type OfferId = Branded<'OfferId'>
export type OrderId = Branded<'OrderId'>
export type PaymentId = Branded<'PaymentId'>
export type CancellationId = Branded<'CancellationId'>
export type RefundId = Branded<'RefundId'>
export type NoteId = Branded<'NoteId'>
export type RefundBatchId = Branded<'RefundBatchId'>
export type ReasonId = Branded<'ReasonId'>
export type StaffId = Branded<'StaffId'>
export type ViewId = Branded<'ViewId'>
export type DashboardId = Branded<'DashboardId'>
export type ScheduleId = Branded<'ScheduleId'>
export type CommandId = Branded<'CommandId'>
export type BulkJobId = Branded<'BulkJobId'>

/** 8 to 64 characters that are safe in file names, addresses and gateways' idempotency keys. */
const idPattern = /^[A-Za-z0-9_-]{8,64}$/u

/** Ids are keys of plain objects, so names that every object has from birth (`constructor`, `__proto__`) are none. */
const isId = (text: string): boolean => idPattern.test(text) && !(text in Object.prototype)

/**
 * A schema that lets a well-formed id of one kind through. The brand is a compile-time fact; what is checked is the form.
 */
export const idSchema = <Id extends Branded<string>>() =>
  z
    .string()
    .refine(isId, 'This is not a valid reference.')
    .transform((text) => text as Id)

/** Brands an id that the program made itself. Throws where the form is wrong. */
export function id<Id extends Branded<string>>(text: string): Id {
  assert(isId(text), `${text} has the form of an id`)
  return text as Id
}

/** Six or more digits and a check digit, such as `100042-1`: short, and a misheard digit is noticed. */
export type OrderNumber = Branded<'OrderNumber'>

/** The check digit of Luhn (ISO/IEC 7812-1, annex B): any one wrong digit changes it. */
function luhn(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, position) => {
      const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return (10 - (sum % 10)) % 10
}

const firstOrderNumber = 100_000

/** The number of the shop's `count`-th order (from 1). The store counts up and never goes back, so no number is used twice. */
export function orderNumber(count: number): OrderNumber {
  assert(Number.isSafeInteger(count) && count > 0, 'orders are counted from one')
  const digits = String(firstOrderNumber + count)
  return `${digits}-${String(luhn(digits))}` as OrderNumber
}

/** Which order of the shop has that number, written with or without its hyphen; null where the check digit does not fit. */
export function orderCountOf(text: string): number | null {
  const [, digits = '', check] = /^(\d{6,15})-?(\d)$/u.exec(text.trim()) ?? []
  const count = Number(digits) - firstOrderNumber
  return digits !== '' && luhn(digits) === Number(check) && count > 0 ? count : null
}
