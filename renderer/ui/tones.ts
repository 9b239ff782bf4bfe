import type { CampaignState } from '../../shared/campaigns/campaign'
import type { OrderState, RefundStanding } from '../../shared/orders/order'
import type { BatchState } from '../../shared/refunds/batches/batch'
import type { ProductState } from '../../shared/products/product'
import {
  IconArchive,
  IconArrowBackUp,
  IconBan,
  IconBolt,
  IconBuildingStore,
  IconCalendarTime,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockPause,
  IconFlag,
  IconHourglass,
  IconPackage,
  IconPackageExport,
  IconPencil,
  IconReceiptRefund,
  IconRefresh,
  IconRosetteDiscountCheck,
  IconSend,
  IconX,
  type Icon,
} from '@tabler/icons-react'

/** What a colour means all over the program; theme.css says how each looks. */
export type Tone = 'grey' | 'blue' | 'orange' | 'teal' | 'violet' | 'red' | 'yellow'

export interface Face {
  readonly tone: Tone
  readonly icon: Icon
}

const productFaces: Record<ProductState, Face> = {
  draft: { tone: 'grey', icon: IconPencil },
  ready: { tone: 'blue', icon: IconCheck },
  'in campaign': { tone: 'orange', icon: IconBolt },
  'fit for sale': { tone: 'teal', icon: IconBuildingStore },
  'off the market': { tone: 'red', icon: IconBan },
  archived: { tone: 'grey', icon: IconArchive },
}

const campaignFaces: Record<CampaignState, Face> = {
  draft: { tone: 'grey', icon: IconPencil },
  scheduled: { tone: 'blue', icon: IconCalendarTime },
  live: { tone: 'orange', icon: IconBolt },
  funded: { tone: 'teal', icon: IconRosetteDiscountCheck },
  'ended, to be settled': { tone: 'yellow', icon: IconFlag },
  settling: { tone: 'yellow', icon: IconRefresh },
  succeeded: { tone: 'teal', icon: IconCircleCheck },
  failed: { tone: 'red', icon: IconCircleX },
}

const orderFaces: Record<OrderState, Face> = {
  'awaiting payment': { tone: 'blue', icon: IconHourglass },
  paid: { tone: 'teal', icon: IconCheck },
  lapsed: { tone: 'grey', icon: IconClockPause },
  cancelled: { tone: 'grey', icon: IconX },
  shipped: { tone: 'violet', icon: IconPackageExport },
  delivered: { tone: 'violet', icon: IconPackage },
  voided: { tone: 'red', icon: IconCircleX },
}

const refundFaces: Record<RefundStanding, Face> = {
  owed: { tone: 'yellow', icon: IconCircleDashed },
  sent: { tone: 'blue', icon: IconSend },
  settled: { tone: 'teal', icon: IconReceiptRefund },
  failed: { tone: 'red', icon: IconCircleX },
  withdrawn: { tone: 'grey', icon: IconArrowBackUp },
}

const batchFaces: Record<BatchState, Face> = {
  'to be sent': { tone: 'yellow', icon: IconCircleDashed },
  sent: { tone: 'blue', icon: IconSend },
  answered: { tone: 'teal', icon: IconReceiptRefund },
  withdrawn: { tone: 'grey', icon: IconX },
}

/** The states of each kind of thing. */
export interface StatesByKind {
  product: ProductState
  campaign: CampaignState
  order: OrderState
  refund: RefundStanding
  batch: BatchState
}

const faces: { readonly [Kind in keyof StatesByKind]: Record<StatesByKind[Kind], Face> } = {
  product: productFaces,
  campaign: campaignFaces,
  order: orderFaces,
  refund: refundFaces,
  batch: batchFaces,
}

/** Colour and icon of a state; its word is the state itself. */
export const faceOf = <Kind extends keyof StatesByKind>(kind: Kind, state: StatesByKind[Kind]): Face =>
  faces[kind][state]
