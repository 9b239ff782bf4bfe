import { ok } from '../../shared/result'
import type { FrontHandlers } from './handler'

type ShopHandlers = Pick<FrontHandlers, Extract<keyof FrontHandlers, `shop.${string}`>>

/** Which shop is open. Nobody is signed in yet when these are asked. */
export const shopHandlers: ShopHandlers = {
  'shop.status': async (_input, { shops }) => ok(await shops.status()),
  'shop.open': (input, { shops }) => shops.open(input.shop),
  'shop.start': (input, { shops }) => shops.start(input),
  'shop.close': (_input, { shops }) => shops.close(),
  'shop.tryAgain': (_input, { shops }) => shops.tryAgain(),
  'shop.resetSample': (_input, { shops }) => shops.resetSample(),
}
