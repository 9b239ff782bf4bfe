import type { Market } from '../../campaigns/market'

/** The nine postal zones of India, by the first digit of the PIN (India Post). */
const zonesOfIndia: Readonly<Record<string, string>> = {
  '1': 'North: Delhi, Haryana, Punjab, Himachal, Jammu and Kashmir, Ladakh, Chandigarh',
  '2': 'North: Uttar Pradesh, Uttarakhand',
  '3': 'West: Rajasthan, Gujarat, Daman and Diu, Dadra and Nagar Haveli',
  '4': 'West: Maharashtra, Goa, Madhya Pradesh, Chhattisgarh',
  '5': 'South: Andhra Pradesh, Telangana, Karnataka',
  '6': 'South: Tamil Nadu, Kerala, Puducherry, Lakshadweep',
  '7': 'East: West Bengal, Odisha, the North East, Andaman and Nicobar',
  '8': 'East: Bihar, Jharkhand',
  '9': 'Army Post Office',
}

/** The name of a postal zone; null for other markets and for what is no zone. */
export const postalZoneName = (digit: string, market: Market): string | null =>
  market === 'IN' ? (zonesOfIndia[digit] ?? null) : null
