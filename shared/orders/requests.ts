import { z } from 'zod'
import {
  idSchema,
  type CampaignId,
  type CancellationId,
  type OfferId,
  type OrderId,
  type ProductId,
  type StaffId,
  type VariantId,
} from '../ids'
import type { Minor } from '../money'
import {
  command,
  instantSchema,
  lineSchema,
  minorSchema,
  output,
  proseSchema,
  query,
  sliceShape,
  unitsSchema,
  type Page,
} from '../request'
import type { Instant } from '../time'
import { paymentModes } from '../campaigns/paymentMode'
import type { CampaignView } from '../campaigns/requests'
import { orderDetailShape } from './details'
import { orderStates, type Order, type OrderState } from './order'
import type { OrderRow } from './row'

const orderId = idSchema<OrderId>()

/** A supporter as whoever places an order writes it. */
export const supporterSchema = z.strictObject({
  name: lineSchema(120, 1),
  phone: lineSchema(40, 1),
  email: lineSchema(254),
  address: z.strictObject({
    line1: lineSchema(200, 1),
    line2: lineSchema(200),
    city: lineSchema(100, 1),
    region: lineSchema(100),
    postalCode: lineSchema(20, 1),
  }),
})

/** `shipBy` is by the shipping promise: what is longest overdue comes first. */
export const orderSorts = ['sequence', 'total', 'units', 'payBy', 'shipBy'] as const
export type OrderSort = (typeof orderSorts)[number]

/**
 * What a list of orders shows; every filter that is given must fit. `text` finds any part of number, name, phone, e-mail, payment
 * reference or tracking number.
 */
export const orderFilterSchema = z.strictObject({
  text: z.string().max(200),
  states: z.array(z.enum(orderStates)).max(orderStates.length),
  campaignId: idSchema<CampaignId>().nullable(),
  mode: z.enum(paymentModes).nullable(),
  /** Placed within, both inclusive. */
  placedFrom: instantSchema.nullable(),
  placedTo: instantSchema.nullable(),
  /** Only paid orders of funded campaigns that have not shipped. */
  toShip: z.boolean(),
  /** Only those of them whose shipping promise is over. */
  overdue: z.boolean(),
  ...orderDetailShape,
})

export type OrderFilter = Readonly<Omit<z.output<typeof orderFilterSchema>, 'states'>> & {
  readonly states: readonly OrderState[]
}

/** What placing would come to, shown before anything is placed. */
export interface OrderQuote {
  readonly listPrice: Minor
  readonly unitPrice: Minor
  readonly total: Minor
  readonly offerName: string | null
  readonly payBy: Instant
}

export interface OrderView {
  readonly order: Order
  readonly state: OrderState
  readonly campaign: CampaignView
  readonly productName: string
  readonly variantName: string
  /** Other orders of the same phone number, newest first, at most ten. */
  readonly others: readonly OrderRow[]
}

/** What orders of a campaign, or of all, can be told apart by. Variants and offers are a campaign's own: without one there are none. */
export interface OrderChoices {
  readonly variants: readonly { readonly id: VariantId; readonly name: string }[]
  readonly offers: readonly { readonly id: OfferId; readonly name: string }[]
  /** Those that paid orders go to, by name; none is empty. */
  readonly regions: readonly string[]
  /** Those that anything was cancelled for, by name. */
  readonly reasons: readonly string[]
}

/** Someone an order can be assigned to. */
export interface Assignee {
  readonly id: StaffId
  readonly name: string
}

/** A note that says something. */
export const noteSchema = proseSchema(2000)
  .transform((text) => text.trim())
  .refine((text) => text !== '', 'This is needed.')

const pageSchema = z.strictObject({
  ...orderFilterSchema.shape,
  ...sliceShape,
  sort: z.enum(orderSorts),
  descending: z.boolean(),
})

/** The list that every order is in, in the order of their numbers. Whoever asks for orders narrows it and says how many. */
export const everyOrder: Omit<z.output<typeof pageSchema>, 'limit'> = {
  text: '',
  states: [],
  campaignId: null,
  mode: null,
  placedFrom: null,
  placedTo: null,
  toShip: false,
  overdue: false,
  sort: 'sequence',
  descending: false,
  offset: 0,
}

const saved = output<{ readonly id: OrderId }>()

export const ordersRequests = {
  /** A part of the list. It comes at once, however many orders fit. */
  'orders.page': query(['support', 'manager'], pageSchema, output<Page<OrderRow>>()),
  /** How many orders the whole list has. */
  'orders.count': query(['support', 'manager'], orderFilterSchema, output<number>()),
  /** What the list can be narrowed to by hand. */
  'orders.choices': query(
    ['support', 'manager'],
    z.strictObject({ campaignId: idSchema<CampaignId>().nullable() }),
    output<OrderChoices>(),
  ),
  'orders.one': query(['support', 'manager'], z.strictObject({ id: orderId }), output<OrderView | null>()),
  'orders.quote': query(
    ['support'],
    z.strictObject({ campaignId: idSchema<CampaignId>(), units: unitsSchema }),
    output<OrderQuote>(),
  ),
  'orders.place': command(
    ['support'],
    {
      campaignId: idSchema<CampaignId>(),
      productId: idSchema<ProductId>(),
      variantId: idSchema<VariantId>(),
      units: unitsSchema,
      /** The total that was shown; refused when the price has changed since. */
      total: minorSchema,
      supporter: supporterSchema,
    },
    output<{ readonly id: OrderId; readonly number: string; readonly payBy: Instant }>(),
  ),
  /** Money that arrived. In time it must be exactly the order's price; late or double money is taken note of and owed back. */
  'orders.recordPayment': command(
    ['support'],
    {
      id: orderId,
      mode: z.enum(paymentModes),
      reference: lineSchema(80, 1),
      amount: minorSchema,
      paidAt: instantSchema,
    },
    output<{ readonly id: OrderId; readonly late: string | null }>(),
  ),
  'orders.cancel': command(
    ['support'],
    { id: orderId, units: unitsSchema, reason: lineSchema(100, 1), note: lineSchema(500) },
    output<{
      readonly id: OrderId
      readonly owed: Minor
      readonly cancellationId: CancellationId
      readonly undoUntil: Instant | null
    }>(),
  ),
  /** Brings back exactly what the latest cancellation took, within its time and while its refund was not released. */
  'orders.undoCancel': command(['support'], { id: orderId, cancellationId: idSchema<CancellationId>() }, saved),
  'orders.ship': command(
    ['support'],
    { id: orderId, carrier: lineSchema(60, 1), trackingNumber: lineSchema(60, 1) },
    saved,
  ),
  /** Tells the tracking number of an order that has shipped, or puts it right; what stood before stays on record. */
  'orders.track': command(
    ['support'],
    { id: orderId, carrier: lineSchema(60, 1), trackingNumber: lineSchema(60, 1) },
    saved,
  ),
  'orders.deliver': command(['support'], { id: orderId }, saved),
  'orders.addNote': command(['support', 'manager'], { id: orderId, text: noteSchema }, saved),
  /** Active accounts that look after orders, by name. */
  'orders.assignees': query(['support', 'manager'], z.strictObject({}), output<readonly Assignee[]>()),
  /** Null takes the order from whoever has it. */
  'orders.assign': command(['support', 'manager'], { id: orderId, to: idSchema<StaffId>().nullable() }, saved),
}
