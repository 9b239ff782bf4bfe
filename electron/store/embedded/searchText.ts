import type { Order } from '../../../shared/orders/order'

/** What a search looks through, joined by line ends, which nobody can type into it. */
export const searchText = ({ number, supporter }: Order): string =>
  `${number}\n${number.replace('-', '')}\n${supporter.name}\n${supporter.phone}\n${supporter.email}`.toLowerCase()

const onlyDigits = /^\+?[\d\s()./-]+$/u
const fewestDigits = 3

/**
 * Whether a text holds what was typed, whatever its case. Digits also match without the blanks and signs that they were typed
 * with: `98450 12345` finds `+919845012345`. Nothing typed matches everything.
 */
export function matcher(typed: string): ((text: string) => boolean) | null {
  const needle = typed.trim().normalize('NFC').toLowerCase()
  if (needle === '') return null
  const digits = onlyDigits.test(needle) ? needle.replace(/\D/gu, '') : ''
  if (digits.length < fewestDigits || digits === needle) return (text) => text.includes(needle)
  return (text) => text.includes(needle) || text.includes(digits)
}
