import type { Order } from '../../shared/orders/order'
import { unitsLeft } from '../../shared/orders/orderState'
import { shipByRank } from '../../shared/orders/shipBy'
import { shipOrder } from '../../shared/orders/shipOrder'
import { ok, refuse } from '../../shared/result'
import { mostParcels, type Parcel } from '../../shared/shipping/requests'
import { chosenBy } from '../bulk/chosenBy'
import type { FeatureHandlers } from './handler'
import { campaignsNamed } from './orders'

export const shippingHandlers: FeatureHandlers<'shipping'> = {
  'shipping.parcels': async ({ scope }, { read, at, by }) => {
    const { total, orders } = await chosenBy(read, scope, at)
    if (total > mostParcels)
      return refuse('too-many-parcels', `At most ${mostParcels} parcels are printed at once. Choose fewer orders.`)
    const chosen: Order[] = []
    for await (const order of orders) chosen.push(order)
    const campaigns = await campaignsNamed(read, chosen)
    const products = new Map((await read.products.all()).map((product) => [product.id, product]))
    const ready = chosen.flatMap((order) => {
      const campaign = campaigns.get(order.campaignId)?.campaign
      const shippable = campaign && shipOrder(order, campaign, { carrier: 'any', trackingNumber: '' }, by, at).ok
      return shippable ? [{ rank: shipByRank(order.placedAt, campaign), order }] : []
    })
    const parcels = ready
      .toSorted((left, right) => left.rank - right.rank || left.order.sequence - right.order.sequence)
      .map(({ order }): Parcel => {
        const product = products.get(order.productId)
        const variant = product?.variants.find(({ id }) => id === order.variantId)
        return {
          orderId: order.id,
          number: order.number,
          supporter: order.supporter,
          productName: product?.name ?? '',
          variantName: variant?.name ?? '',
          units: unitsLeft(order),
        }
      })
    return ok({ parcels, leftOut: chosen.length - parcels.length })
  },
}
