import type { Mapping, SheetFields } from './fields'
import type { Remembered } from './remembered'

export const courierFieldIds = ['order', 'trackingNumber', 'carrier', 'shippedAt', 'deliveredAt'] as const
export type CourierFieldId = (typeof courierFieldIds)[number]

export type CourierMapping = Mapping<CourierFieldId>

/** What couriers tell of a parcel. */
export const courierFields: SheetFields<CourierFieldId> = {
  order: {
    label: 'Order',
    needed: true,
    known: [
      'order number',
      'order no',
      'order no.',
      'order id',
      'orderid',
      'client order id',
      'reference number',
      'reference no',
      'reference',
      'customer reference',
    ],
    help: 'Our order number, such as 100042-1.',
  },
  trackingNumber: {
    label: 'Tracking number',
    needed: true,
    known: [
      'tracking no',
      'tracking id',
      'tracking',
      'awb',
      'awb number',
      'awb no',
      'awb no.',
      'waybill',
      'waybill number',
      'consignment number',
      'consignment no',
      'article number',
      'docket number',
    ],
  },
  carrier: {
    label: 'Carrier',
    needed: false,
    known: ['courier', 'courier name', 'courier partner', 'carrier name', 'shipped with'],
    help: 'Where the file has none, the carrier below counts for all.',
  },
  shippedAt: {
    label: 'Shipped',
    needed: false,
    known: ['shipped at', 'shipped on', 'ship date', 'shipping date', 'pickup date', 'picked up on', 'dispatch date'],
    help: '2018-04-14, with or without a time. Without it, now.',
  },
  deliveredAt: {
    label: 'Delivered',
    needed: false,
    known: ['delivered at', 'delivered on', 'delivery date', 'date of delivery'],
    help: 'Empty for parcels on their way.',
  },
}

/** How files of one making were read the last time. */
export interface RememberedReading extends Remembered<CourierFieldId> {
  /** Of the rows that name none. */
  readonly carrier: string
}
