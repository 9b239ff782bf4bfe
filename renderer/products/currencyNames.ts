import type { Currency } from '../../shared/money'

/** Currencies as staff choose them. */
export const currencyNames: Readonly<Record<Currency, string>> = {
  INR: 'Indian rupee (₹)',
  CNY: 'Chinese yuan (¥)',
  BRL: 'Brazilian real (R$)',
}
