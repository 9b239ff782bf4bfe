import { postalAreaOf, regionOf } from '../../../shared/orders/grouping'
import type { Order } from '../../../shared/orders/order'
import { Column } from './column'
import { FewTexts } from './fewTexts'

/** By what orders of a campaign are told apart that share few values: a byte or two each. */
export class OrderGroups {
  readonly columns = {
    variant: new Column('code'),
    /** Bought with it; the code of no text at all stands for none. */
    offer: new Column('code'),
    region: new Column('code'),
    postalArea: new Column('code'),
  }
  /** What the codes in those columns stand for. */
  readonly texts = {
    variant: new FewTexts(),
    offer: new FewTexts(),
    region: new FewTexts(),
    postalArea: new FewTexts(),
  }

  set(row: number, order: Order): void {
    const { columns, texts } = this
    columns.variant.set(row, texts.variant.code(order.variantId))
    columns.offer.set(row, texts.offer.code(order.offerId ?? ''))
    columns.region.set(row, texts.region.code(regionOf(order)))
    columns.postalArea.set(row, texts.postalArea.code(postalAreaOf(order)))
  }
}
