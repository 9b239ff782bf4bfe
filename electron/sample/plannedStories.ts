import { planCampaign } from './campaigning'
import { planProduct } from './curating'
import { gadgetProducts } from './gadgetProducts'
import { homeProducts } from './homeProducts'
import type { Stage } from './stage'
import { units } from './telling'

// Products that nobody can order yet.

/** Ready, its campaign drafted and waiting for a manager. */
export function tellSoilSensor(stage: Stage): void {
  const { time, endOf } = stage.calendar
  const product = planProduct(stage, homeProducts.soilSensor, time(-6, '10:50'))
  planCampaign(stage, product, {
    target: units(250),
    price: homeProducts.soilSensor.price,
    startsAt: time(2, '10:00'),
    endsAt: endOf(32),
    draftedAt: time(-2, '11:40'),
    launchedAt: null,
    cap: 1000,
    perSupporterLimit: 10,
    shippingPromise: { days: 20, base: 'funding' },
  })
}

/** A draft that still misses its price, its pictures and more. */
export function tellBicycleLight(stage: Stage): void {
  planProduct(stage, gadgetProducts.bicycleLight, stage.calendar.time(-1, '17:05'), false)
}
