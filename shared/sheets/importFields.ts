import { refuse, type Refused } from '../result'
import { mappingProblem, type Mapping, type SheetFields } from './fields'

export const importFieldIds = [
  'reference',
  'placedAt',
  'product',
  'variant',
  'units',
  'total',
  'name',
  'phone',
  'email',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'mode',
  'paymentReference',
  'paidAt',
  'amount',
] as const
export type ImportFieldId = (typeof importFieldIds)[number]

export type ImportMapping = Mapping<ImportFieldId>

/** What storefronts tell of an order. */
export const importFields: SheetFields<ImportFieldId> = {
  reference: {
    label: "Storefront's order number",
    needed: true,
    known: ['order', 'order id', 'order number', 'order no', 'order reference', 'name'],
    help: 'Tells an order that is here already from a new one.',
  },
  placedAt: {
    label: 'Placed',
    needed: true,
    known: ['placed', 'placed at', 'created at', 'order date', 'date', 'ordered at'],
    help: '2018-04-14 18:02, in the campaign’s zone unless the cell says its own.',
  },
  product: { label: 'Product', needed: true, known: ['product', 'product name', 'item', 'lineitem name', 'title'] },
  variant: {
    label: 'Variant',
    needed: false,
    known: ['variant', 'variant name', 'colour', 'color', 'option'],
    help: 'Not needed for products with one variant.',
  },
  units: { label: 'Units', needed: true, known: ['units', 'quantity', 'qty', 'lineitem quantity'] },
  total: {
    label: 'Total',
    needed: false,
    known: ['total', 'order total', 'grand total', 'amount payable'],
    help: 'Where it is given it must be the price of that moment.',
  },
  name: {
    label: 'Supporter',
    needed: true,
    known: ['supporter', 'customer', 'customer name', 'billing name', 'shipping name', 'full name'],
  },
  phone: {
    label: 'Phone',
    needed: true,
    known: ['phone', 'mobile', 'contact', 'phone number', 'shipping phone', 'billing phone'],
  },
  email: { label: 'E-mail', needed: false, known: ['email', 'e-mail', 'email address'] },
  line1: {
    label: 'Address',
    needed: true,
    known: ['address', 'address line 1', 'address 1', 'street', 'shipping address1', 'shipping street'],
  },
  line2: {
    label: 'Address, second line',
    needed: false,
    known: ['address line 2', 'address 2', 'shipping address2', 'landmark'],
  },
  city: { label: 'City', needed: true, known: ['city', 'town', 'shipping city'] },
  region: { label: 'State or region', needed: false, known: ['state', 'region', 'province', 'shipping province'] },
  postalCode: {
    label: 'Postal code',
    needed: true,
    known: ['pin', 'pin code', 'pincode', 'postal code', 'zip', 'shipping zip'],
  },
  mode: {
    label: 'Paid by',
    needed: false,
    known: ['paid by', 'payment mode', 'payment method', 'mode'],
    help: 'UPI, card, net banking, wallet or EMI. Empty for orders that are not paid.',
  },
  paymentReference: {
    label: 'Payment reference',
    needed: false,
    known: ['payment reference', 'payment id', 'transaction id', 'razorpay payment id'],
  },
  paidAt: { label: 'Paid', needed: false, known: ['paid', 'paid at', 'payment date', 'captured at'] },
  amount: {
    label: 'Amount paid',
    needed: false,
    known: ['amount paid', 'amount captured', 'captured amount'],
    help: 'The total where there is no such column.',
  },
}

/** Why a storefront's file cannot be read this way, also where only a part of what payments need is there; or null. */
export function importMappingProblem(mapping: ImportMapping, header: readonly string[]): Refused | null {
  const wrong = mappingProblem(importFields, mapping, header)
  if (wrong !== null) return wrong
  const payment = ['mode', 'paymentReference', 'paidAt'] as const
  const given = payment.filter((field) => mapping[field] !== null)
  const missing = payment.find((field) => mapping[field] === null)
  if (given.length > 0 && missing !== undefined)
    return refuse('column-needed', `Paid orders need “${importFields[missing].label}” as well.`, `mapping.${missing}`)
  return null
}
