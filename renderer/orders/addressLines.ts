import type { Supporter } from '../../shared/orders/order'

/** Name and address as on a parcel, a line each; parts that are empty leave no trace. */
export function addressLines({ name, address }: Supporter): readonly string[] {
  const { line1, line2, city, region, postalCode } = address
  const place = [city, postalCode].filter((part) => part !== '').join(' ')
  return [name, line1, line2, place, region].filter((line) => line !== '')
}
