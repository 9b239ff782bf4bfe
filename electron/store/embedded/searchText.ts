import type { Order } from '../../../shared/orders/order'

/** Of the text below: an index that holds another form of it is made again. */
export const searchTextForm = 2

/** What a search looks through, joined by line ends, which nobody can type into it. */
export const searchText = ({ number, supporter, payments, shipment }: Order): string =>
  [
    number,
    number.replace('-', ''),
    supporter.name,
    supporter.phone,
    ...(supporter.email === '' ? [] : [supporter.email]),
    ...payments.map(({ reference }) => reference),
    ...(shipment ? [shipment.trackingNumber] : []),
  ]
    .join('\n')
    .toLowerCase()

const onlyDigits = /^\+?[\d\s()./-]+$/u
const fewestDigits = 3

/**
 * What to look for, whatever its case, in a text of `searchText`: any of these; null where nothing was typed, which everything
 * matches. Digits also match without the blanks and signs that they were typed with: `98450 12345` finds `+919845012345`.
 */
export function needlesOf(typed: string): readonly string[] | null {
  const needle = typed
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase()
  if (needle === '') return null
  const digits = onlyDigits.test(needle) ? needle.replace(/\D/gu, '') : ''
  return digits.length < fewestDigits || digits === needle ? [needle] : [needle, digits]
}
