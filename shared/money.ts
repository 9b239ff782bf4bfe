import { assert, ok, refuse, type Result } from './result'

/** An amount in a currency's smallest unit (paise, fen, centavos). Always a safe integer. */
export type Minor = number & { readonly __brand: 'Minor' }

export const currencies = ['INR', 'CNY', 'BRL'] as const
export type Currency = (typeof currencies)[number]

interface Notation {
  readonly locale: string
  readonly symbol: string
  readonly decimalPoint: '.' | ','
}

/** Every currency of the programme has two decimal places; `notation` holds what differs. */
const notation: Record<Currency, Notation> = {
  INR: { locale: 'en-IN', symbol: '₹', decimalPoint: '.' },
  CNY: { locale: 'zh-CN', symbol: '¥', decimalPoint: '.' },
  BRL: { locale: 'pt-BR', symbol: 'R$', decimalPoint: ',' },
}

const minorPerMajor = 100

/** The one way to make an amount. Throws on anything but a safe integer; -0 becomes 0. */
export function minor(value: number): Minor {
  // Asked dozens of times in every commit, so the sentence is only made where it is needed.
  if (!Number.isSafeInteger(value)) assert(false, `money is a safe integer, got ${String(value)}`)
  return (value === 0 ? 0 : value) as Minor
}

export const nothing = minor(0)

export const add = (...amounts: readonly Minor[]): Minor => minor(amounts.reduce((sum, amount) => sum + amount, 0))

export const subtract = (from: Minor, amount: Minor): Minor => minor(from - amount)

/** `count` whole units at `price` each. */
export const times = (price: Minor, count: number): Minor => minor(price * count)

/**
 * Splits `total` by `weights` so that the parts add up to it exactly: each part is rounded down and the rest
 * goes, one smallest unit each, to the largest remainders (the earlier part on a tie).
 * `allocate(minor(1000), [1, 1, 1])` is 334, 333, 333. `total` must not be negative; weights must be non-negative whole
 * numbers of which at least one is positive.
 */
export function allocate(total: Minor, weights: readonly number[]): readonly Minor[] {
  assert(total >= 0, 'only amounts of zero or more are split')
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole numbers of zero or more',
  )
  const sum = weights.reduce((left, right) => left + right, 0)
  assert(sum > 0, 'at least one weight is positive')
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight))
  const divisor = BigInt(sum)
  const parts = exact.map((share) => Number(share / divisor))
  let rest = total - parts.reduce((left, right) => left + right, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % divisor }))
    .sort((left, right) =>
      left.remainder === right.remainder ? left.index - right.index : left.remainder > right.remainder ? -1 : 1,
    )
  for (const { index } of byRemainder) {
    if (rest === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    rest -= 1
  }
  return parts.map(minor)
}

/**
 * What the first `count` of `parts` equal parts of `total` come to: the same as adding up the first `count` parts
 * of `allocate(total, [1, 1, …])`, without making a list of a million ones.
 */
export function firstShares(total: Minor, parts: number, count: number): Minor {
  assert(total >= 0 && parts > 0 && count >= 0 && count <= parts, 'shares lie within the whole')
  const each = Math.floor(total / parts)
  return minor(each * count + Math.min(count, total - each * parts))
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = formatters.get(key)
  if (known) return known
  const made = make()
  formatters.set(key, made)
  return made
}

/**
 * The amount as staff read it: grouped the way of its market (₹1,23,45,678.90). Whole amounts show no decimals
 * unless `decimals` is 'always'.
 */
export function formatMoney(amount: Minor, currency: Currency, decimals: 'trimmed' | 'always' = 'trimmed'): string {
  const { locale, symbol, decimalPoint } = notation[currency]
  const size = Math.abs(amount)
  const format = formatter(locale, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }))
  // Whole and hundredths apart: the largest amounts divided by a hundred are no longer exact.
  const hundredths = size % minorPerMajor
  const whole = format.format((size - hundredths) / minorPerMajor)
  const fraction =
    decimals === 'always' || hundredths > 0 ? `${decimalPoint}${String(hundredths).padStart(2, '0')}` : ''
  return `${signOf(amount)}${symbol}${whole}${fraction}`
}

/** The amount as a plain number with two decimals and a point, "1099.00", for other programs. */
export function minorText(amount: Minor): string {
  const size = Math.abs(amount)
  const hundredths = size % minorPerMajor
  return `${amount < 0 ? '-' : ''}${String((size - hundredths) / minorPerMajor)}.${String(hundredths).padStart(2, '0')}`
}

const signOf = (amount: Minor): string => (amount < 0 ? '−' : '')

interface Scale {
  readonly factor: number
  readonly word: string
}

const scales: Record<Currency, readonly Scale[]> = {
  INR: [
    { factor: 1e7, word: ' crore' },
    { factor: 1e5, word: ' lakh' },
  ],
  CNY: [
    { factor: 1e8, word: '亿' },
    { factor: 1e4, word: '万' },
  ],
  BRL: [
    { factor: 1e6, word: ' mi' },
    { factor: 1e3, word: ' mil' },
  ],
}

/** A short form for chart axes, in the market's own scale words (₹1.5 lakh). Rounded, so never for an exact figure. */
export function formatMoneyShort(amount: Minor, currency: Currency): string {
  const major = Math.abs(amount) / minorPerMajor
  const { symbol, locale } = notation[currency]
  const scale = scales[currency].find(({ factor }) => major >= factor)
  const format = formatter(`${locale} short`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }))
  const shown = scale ? `${format.format(major / scale.factor)}${scale.word}` : format.format(Math.round(major))
  return `${signOf(amount)}${symbol}${shown}`
}

const typedScales: readonly (readonly [RegExp, number])[] = [
  [/^(?:crores?|cr)$/iu, 1e7],
  [/^(?:lakhs?|lacs?|l)$/iu, 1e5],
  [/^(?:thousand|k)$/iu, 1e3],
  [/^万$/u, 1e4],
  [/^亿$/u, 1e8],
]

/** Digits, or digits in groups of two or three of which the last has three, as India and the rest of the world write them. */
const pointed = /^(\d+|\d{1,3}(?:[,\s]\d{2,3})*[,\s]\d{3})(?:\.(\d{1,9}))?$/u

/** The Brazilian way: dots group, a comma marks decimals. */
const commaed = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,9}))?$/u

interface Digits {
  readonly whole: string
  readonly fraction: string
}

/** The figures of a typed number; null where its commas and dots could mean two things, or nothing. */
function digitsOf(figures: string, brazilian: boolean): Digits | null {
  // Without its currency only `1.234,50` is surely Brazilian: `1.234` and `1,50` are not.
  const surely = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/u.test(figures)
  const match = (brazilian || surely ? commaed.exec(figures) : null) ?? pointed.exec(figures)
  return match === null ? null : { whole: (match[1] ?? '').replace(/[,.\s]/gu, ''), fraction: match[2] ?? '' }
}

/**
 * Reads an amount as people type it: `1,099`, `₹1099`, `1.5 lakh`, `1 234.50`, `R$ 1.234,50`. A dot marks decimals, commas
 * and spaces group, except where the amount is Brazilian. Refuses negative amounts, more than two decimals after scaling, and
 * anything it would have to guess, such as `1,50`.
 */
export function parseMoney(typed: string, field?: string): Result<Minor> {
  const match = /^(₹|¥|￥|R\$|INR|CNY|BRL|Rs\.?)?\s*(\d[\d,.\s]*?)\s*(\p{L}*)$/iu.exec(typed.trim())
  const [, symbol = '', figures = '', word = ''] = match ?? []
  const digits = digitsOf(figures, /^(?:R\$|BRL)$/iu.test(symbol))
  const factor = word === '' ? 1 : typedScales.find(([pattern]) => pattern.test(word))?.[1]
  if (digits === null || factor === undefined)
    return refuse('amount-unreadable', 'Write an amount such as 1,099 or 1.5 lakh.', field)
  // Decimal digits are scaled as integers: 0.1 + 0.2 is no way to read money.
  const scaled = BigInt(digits.whole + digits.fraction) * BigInt(factor * minorPerMajor)
  const divisor = 10n ** BigInt(digits.fraction.length)
  if (scaled % divisor !== 0n) return refuse('amount-too-fine', 'An amount has at most two decimals.', field)
  const value = scaled / divisor
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('amount-too-large', 'This amount is too large.', field)
  return ok(minor(Number(value)))
}
