import type { Campaign } from '../../../shared/campaigns/campaign'
import { comparableName } from '../../../shared/comparableName'
import type { OrderEvent } from '../../../shared/orders/details'
import { waits } from '../../../shared/orders/grouping'
import type { Order } from '../../../shared/orders/order'
import { orderState } from '../../../shared/orders/orderState'
import type { OrderFilter } from '../../../shared/orders/requests'
import { dayOf, minute, timeOfDay, type Instant } from '../../../shared/time'
import { weekdayOf } from '../../../shared/weekday'

/** When something happened to an order, from its record alone. */
function happened(order: Order, event: OrderEvent): readonly Instant[] {
  const { payments, cancellations, refunds, lapsedAt } = order
  const counted = payments.find(({ late }) => late === null)
  switch (event) {
    case 'paid':
      return counted === undefined ? [] : [counted.paidAt]
    case 'captured':
      return payments.map(({ paidAt }) => paidAt)
    case 'cancelled': {
      if (counted === undefined) return []
      const standing = cancellations.filter(({ undone }) => undone === null)
      const left = (place: number): number =>
        standing.slice(0, place).reduce((rest, { units }) => rest - units, order.units)
      return standing.filter((_each, place) => left(place) <= counted.units).map(({ at }) => at)
    }
    case 'lapsed':
      return lapsedAt !== null && orderState(order, order.payBy) === 'lapsed' ? [lapsedAt] : []
    case 'refunded':
      return refunds.flatMap(({ events }) => {
        const [last, before] = [events.at(-1), events.at(-2)]
        if (last?.kind === 'settled') return last.at
        return last?.kind === 'acknowledged' && before?.kind === 'settled' ? before.at : []
      })
  }
}

/** Whether an order fits all of a filter but its text, said in the plainest way. */
export function fitsPlainly(order: Order, campaign: Campaign, filter: OrderFilter, at: Instant): boolean {
  const { zone } = campaign
  const { region, postalCode } = order.supporter.address
  const counted = order.payments.find(({ late }) => late === null)
  const limits = waits.filter((wait) => wait !== 'longer').map(Number)
  const minutes = counted === undefined ? NaN : (counted.paidAt - order.placedAt) / minute
  const wait = counted === undefined ? null : (limits.find((limit) => minutes <= limit)?.toString() ?? 'longer')
  const asked = <Value>(value: Value | null | undefined, fits: (value: Value) => boolean): boolean =>
    value === undefined || value === null || fits(value)
  return (
    (filter.states.length === 0 || filter.states.includes(orderState(order, at))) &&
    asked(filter.campaignId, (id) => order.campaignId === id) &&
    asked(filter.mode, (mode) => order.payments.some((payment) => payment.mode === mode)) &&
    asked(filter.placedFrom, (from) => order.placedAt >= from) &&
    asked(filter.placedTo, (to) => order.placedAt <= to) &&
    asked(filter.market, (market) => campaign.market === market) &&
    asked(filter.startedFrom, (from) => campaign.startsAt >= from) &&
    asked(filter.startedTo, (to) => campaign.startsAt <= to) &&
    asked(filter.variantId, (id) => order.variantId === id) &&
    asked(filter.offerId, (id) => order.offerId === id) &&
    asked(filter.region, (name) => comparableName(region) === name) &&
    asked(filter.postalArea, (area) => postalCode.slice(0, 3) === area) &&
    asked(filter.postalAreasBut, (areas) => !areas.includes(postalCode.slice(0, 3))) &&
    asked(filter.postalZone, (first) => postalCode.slice(0, 1) === first) &&
    asked(filter.reason, (reason) =>
      order.cancellations.some((each) => each.undone === null && each.reason === reason),
    ) &&
    asked(filter.wait, (wanted) => wait === wanted) &&
    asked(filter.event, (event) =>
      happened(order, event).some(
        (when) =>
          asked(filter.eventFrom, (from) => when >= from) &&
          asked(filter.eventTo, (to) => when <= to) &&
          asked(filter.eventHour, (hour) => Number(timeOfDay(when, zone).slice(0, 2)) === hour) &&
          asked(filter.eventWeekday, (weekday) => weekdayOf(dayOf(when, zone)) === weekday),
      ),
    )
  )
}
