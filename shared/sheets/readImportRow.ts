import type { z } from 'zod'
import type { Campaign } from '../campaigns/campaign'
import { paymentModes, type PaymentMode } from '../campaigns/paymentMode'
import { comparableName } from '../comparableName'
import type { CampaignId, VariantId } from '../ids'
import { parseMoney, type Minor } from '../money'
import type { Supporter } from '../orders/order'
import { supporterSchema } from '../orders/requests'
import type { Product } from '../products/product'
import { lineSchema, unitsSchema } from '../request'
import { atTime, instant, isDay, type Instant, type Zone } from '../time'
import type { ImportFieldId } from './importFields'

/** An order as a row of a storefront's file tells it, before any rule has looked at it. */
export interface ImportedOrder {
  readonly reference: string
  readonly campaignId: CampaignId
  readonly variantId: VariantId
  readonly placedAt: Instant
  readonly units: number
  /** As the file says it; null where it does not. */
  readonly total: Minor | null
  readonly supporter: Supporter
  readonly payment: {
    readonly mode: PaymentMode
    readonly reference: string
    readonly paidAt: Instant
    readonly amount: Minor | null
  } | null
}

export interface FieldProblem {
  readonly field: ImportFieldId
  /** What is wrong and what is wanted, as a sentence. */
  readonly what: string
}

/** A campaign that orders can be imported into, with its product. */
export interface ImportCampaign {
  readonly campaign: Campaign
  readonly product: Product
}

/** Launched campaigns by the comparable name of their product. */
export type CampaignsByProduct = ReadonlyMap<string, readonly ImportCampaign[]>

export type ReadRow =
  | { readonly ok: true; readonly order: ImportedOrder; readonly into: ImportCampaign }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const referenceSchema = lineSchema(80, 1)

const fieldOf: Readonly<Record<string, ImportFieldId>> = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  'address.line1': 'line1',
  'address.line2': 'line2',
  'address.city': 'city',
  'address.region': 'region',
  'address.postalCode': 'postalCode',
}

/**
 * Reads the cells of a row; `cell` answers the text of a field, empty where the file has no such column. Says everything that cannot
 * be read, not only the first.
 */
export function readImportRow(cell: (field: ImportFieldId) => string, campaigns: CampaignsByProduct): ReadRow {
  const problems: FieldProblem[] = []
  const say = (field: ImportFieldId, what: string): null => {
    problems.push({ field, what })
    return null
  }
  const checked = <T>(field: ImportFieldId, schema: z.ZodType<T>, value: unknown): T | null => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : say(field, parsed.error.issues[0]?.message ?? 'This cannot be used here.')
  }
  const into = campaignFor(cell, campaigns, say)
  const zone = into?.campaign.zone ?? null
  const placedAt =
    into === null ? null : (instantOf(cell('placedAt'), into.campaign.zone) ?? say('placedAt', timeWanted))
  const reference = checked('reference', referenceSchema, cell('reference'))
  const units = checked('units', unitsSchema, wholeNumber(cell('units')))
  const total = cell('total').trim() === '' ? null : amountOf(cell('total'), 'total', say)
  const variantId = into === null ? null : variantOf(cell('variant'), into.product, say)
  const supporter = supporterOf(cell, say)
  const payment = paymentOf(cell, zone, say, checked)
  if (problems.length > 0) return { ok: false, problems }
  if (!into || placedAt === null || reference === null || units === null || variantId === null || supporter === null)
    return { ok: false, problems: [{ field: 'product', what: 'This row cannot be read.' }] }
  const order = { reference, campaignId: into.campaign.id, variantId, placedAt, units, total, supporter, payment }
  return { ok: true, order, into }
}

type Say = (field: ImportFieldId, what: string) => null

/** The product's campaign that ran when the order was placed. */
function campaignFor(
  cell: (field: ImportFieldId) => string,
  campaigns: CampaignsByProduct,
  say: Say,
): ImportCampaign | null {
  const ofProduct = campaigns.get(comparableName(cell('product')))
  if (ofProduct === undefined)
    return say('product', 'No campaign that takes orders is for a product of this name. Write it as it is here.')
  const then = ofProduct.find(({ campaign }) => {
    const placedAt = instantOf(cell('placedAt'), campaign.zone)
    return placedAt !== null && placedAt >= campaign.startsAt && placedAt <= campaign.endsAt
  })
  if (then !== undefined) return then
  if (ofProduct.every(({ campaign }) => instantOf(cell('placedAt'), campaign.zone) === null))
    return say('placedAt', timeWanted)
  return say('placedAt', 'No campaign of this product ran at that time, or it is settled already.')
}

const timeWanted = 'Write a time such as 2018-04-14 18:02, or 2018-04-14T18:02:05+05:30.'

const timePattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,6})?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/u

/** What the text says, on the clocks of the zone unless it names an offset; null for anything that would have to be guessed. */
export function instantOf(text: string, zone: Zone): Instant | null {
  const [, date = '', time = '', seconds = '00', offset] = timePattern.exec(text.trim()) ?? []
  if (!isDay(date) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) || Number(seconds) > 59) return null
  const clock = `${time}:${seconds}`
  if (offset === undefined) return atTime(date, clock, zone)
  const shift = offset === 'UTC' ? 'Z' : offset.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')
  const at = Date.parse(`${date}T${clock}${shift}`)
  return Number.isNaN(at) ? null : instant(at)
}

const wholeNumber = (text: string): number => (/^\d{1,10}$/u.test(text.trim()) ? Number(text) : Number.NaN)

function amountOf(text: string, field: ImportFieldId, say: Say): Minor | null {
  const amount = parseMoney(text, field)
  return amount.ok ? amount.value : say(field, amount.refusal.message)
}

function variantOf(name: string, { variants }: Product, say: Say): VariantId | null {
  const [only] = variants
  if (name.trim() === '' && variants.length === 1 && only !== undefined) return only.id
  const found = variants.find((variant) => comparableName(variant.name) === comparableName(name))
  return found?.id ?? say('variant', `Write one of ${variants.map((variant) => variant.name).join(', ')}.`)
}

function supporterOf(cell: (field: ImportFieldId) => string, say: Say): Supporter | null {
  const parsed = supporterSchema.safeParse({
    name: cell('name'),
    phone: cell('phone'),
    email: cell('email'),
    address: {
      line1: cell('line1'),
      line2: cell('line2'),
      city: cell('city'),
      region: cell('region'),
      postalCode: cell('postalCode'),
    },
  })
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) say(fieldOf[path.join('.')] ?? 'name', message)
  return null
}

const modeNames: Readonly<Record<string, PaymentMode>> = {
  ...Object.fromEntries(paymentModes.map((mode) => [mode.toLowerCase(), mode])),
  'credit card': 'card',
  'debit card': 'card',
  cards: 'card',
  netbanking: 'net banking',
  'net-banking': 'net banking',
  wallets: 'wallet',
}

function paymentOf(
  cell: (field: ImportFieldId) => string,
  zone: Zone | null,
  say: Say,
  checked: <T>(field: ImportFieldId, schema: z.ZodType<T>, value: unknown) => T | null,
): ImportedOrder['payment'] {
  const told = (['mode', 'paymentReference', 'paidAt'] as const).filter((field) => cell(field).trim() !== '')
  if (told.length === 0) return null
  const mode = modeNames[comparableName(cell('mode'))] ?? say('mode', `Write one of ${paymentModes.join(', ')}.`)
  const reference = checked('paymentReference', referenceSchema, cell('paymentReference'))
  const paidAt = zone === null ? null : (instantOf(cell('paidAt'), zone) ?? say('paidAt', timeWanted))
  const amount = cell('amount').trim() === '' ? null : amountOf(cell('amount'), 'amount', say)
  return mode === null || reference === null || paidAt === null ? null : { mode, reference, paidAt, amount }
}
