import type { Market } from '../campaigns/market'
import { ok, refuse, type Result } from '../result'
import type { Supporter } from './order'

interface NumberPlan {
  readonly country: string
  /** Digits after the country's code. */
  readonly phone: RegExp
  readonly phoneWanted: string
  readonly postalCode: RegExp
  readonly postalCodeWanted: string
}

const plans: Record<Market, NumberPlan> = {
  IN: {
    country: '91',
    phone: /^[6-9][0-9]{9}$/u,
    phoneWanted: 'Write a mobile number of ten digits that begins with 6, 7, 8 or 9, such as +91 98450 12345.',
    postalCode: /^([1-9][0-9]{2}) ?([0-9]{3})$/u,
    postalCodeWanted: 'Write a PIN code of six digits, such as 560001.',
  },
  CN: {
    country: '86',
    phone: /^1[3-9][0-9]{9}$/u,
    phoneWanted: 'Write a mobile number of eleven digits that begins with 1, such as +86 138 0013 8000.',
    postalCode: /^([0-9]{6})$/u,
    postalCodeWanted: 'Write a postal code of six digits, such as 100085.',
  },
  BR: {
    country: '55',
    phone: /^[1-9][1-9](?:9[0-9]{8}|[2-5][0-9]{7})$/u,
    phoneWanted: 'Write a number with its area code, such as +55 11 91234-5678.',
    postalCode: /^([0-9]{5})-?([0-9]{3})$/u,
    postalCodeWanted: 'Write a CEP of eight digits, such as 01310-100.',
  },
}

/**
 * The one form of a phone number that limits compare, `+919845012345`. Accepts spaces, hyphens, dots and brackets, the country's
 * code with `+`, `00` or alone, and a leading 0. Refuses what is no number of that market.
 */
export function normalisePhone(typed: string, market: Market, field?: string): Result<string> {
  const { country, phone, phoneWanted } = plans[market]
  // Full-width digits of Chinese and Japanese keyboards become plain ones.
  const plain = typed.normalize('NFKC').replace(/[\s().\-‐-―]/gu, '')
  const candidates = [`+${country}`, `00${country}`, country, '0', ''].flatMap((prefix) =>
    plain.startsWith(prefix) ? [plain.slice(prefix.length)] : [],
  )
  const digits = candidates.find((candidate) => phone.test(candidate))
  return digits === undefined ? refuse('phone-unreadable', phoneWanted, field) : ok(`+${country}${digits}`)
}

/** The postal code without the spaces or hyphens that people write; Brazil's keeps its hyphen, as it is always printed. */
export function normalisePostalCode(typed: string, market: Market, field?: string): Result<string> {
  const { postalCode, postalCodeWanted } = plans[market]
  const match = postalCode.exec(typed.normalize('NFKC').trim())
  if (match === null) return refuse('postal-code-unreadable', postalCodeWanted, field)
  return ok(match.slice(1).join(market === 'BR' ? '-' : ''))
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

/**
 * A supporter as an order keeps it. Names and addresses take any script; phone and postal code are those of the market; an e-mail
 * address may be missing but not misspelt. Fields of refusals begin with `supporter.`.
 */
export function normaliseSupporter(supporter: Supporter, market: Market): Result<Supporter> {
  const phone = normalisePhone(supporter.phone, market, 'supporter.phone')
  if (!phone.ok) return phone
  if (supporter.email !== '' && !emailForm.test(supporter.email))
    return refuse('email-unreadable', 'Write an e-mail address such as asha@example.com, or none.', 'supporter.email')
  const postalCode = normalisePostalCode(supporter.address.postalCode, market, 'supporter.address.postalCode')
  if (!postalCode.ok) return postalCode
  return ok({
    ...supporter,
    phone: phone.value,
    address: { ...supporter.address, postalCode: postalCode.value },
  })
}
