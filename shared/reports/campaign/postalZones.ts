import type { Market } from '../../campaigns/market'

/** The nine postal zones of India, by the first digit of the PIN (India Post), named after their largest states. */
const zonesOfIndia: Readonly<Record<string, string>> = {
  '1': 'Delhi and the north-west',
  '2': 'Uttar Pradesh, Uttarakhand',
  '3': 'Rajasthan, Gujarat',
  '4': 'Maharashtra, MP, Goa',
  '5': 'Karnataka, AP, Telangana',
  '6': 'Tamil Nadu, Kerala',
  '7': 'Bengal, Odisha, north-east',
  '8': 'Bihar, Jharkhand',
  '9': 'Army post',
}

/** The name of a postal zone; null for other markets and for what is no zone. */
export const postalZoneName = (digit: string, market: Market): string | null =>
  market === 'IN' ? (zonesOfIndia[digit] ?? null) : null
