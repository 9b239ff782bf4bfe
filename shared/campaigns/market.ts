import type { Currency } from '../money'
import { assert } from '../result'
import { zone, type Zone } from '../time'

export const markets = ['IN', 'CN', 'BR'] as const
export type Market = (typeof markets)[number]

export interface MarketFacts {
  readonly name: string
  readonly currency: Currency
  readonly zone: Zone
}

/** The countries the programme runs in. Currency and zone belong to the market. */
export const marketFacts: Record<Market, MarketFacts> = {
  IN: { name: 'India', currency: 'INR', zone: zone('Asia/Kolkata') },
  CN: { name: 'China', currency: 'CNY', zone: zone('Asia/Shanghai') },
  BR: { name: 'Brazil', currency: 'BRL', zone: zone('America/Sao_Paulo') },
}

/** The market whose currency it is: each has its own. */
export function marketOf(currency: Currency): Market {
  const found = markets.find((market) => marketFacts[market].currency === currency)
  assert(found !== undefined, 'every currency is a market’s')
  return found
}
