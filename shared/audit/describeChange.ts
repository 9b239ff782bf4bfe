import { currencies, formatMoney, minor, type Currency } from '../money'
import { instant, isoOf } from '../time'
import type { Change } from './entry'

type Facts = Readonly<Record<string, unknown>>

/** What a record's numbers mean follows from their names; the records keep to this. */
const moneyFacts: ReadonlySet<string> = new Set([
  'price',
  'listPrice',
  'total',
  'amount',
  'owed',
  'captured',
  'kept',
  'refunded',
  'amountNet',
])
const instantFact = /^(?:at|payBy|.+At)$/u

/** Counters and marks of the program's own, which tell a reader nothing. */
const unsaid: ReadonlySet<string> = new Set(['id', 'revision', 'changedAt'])

/**
 * The trail is read by more people and kept for longer than orders are, so a supporter's data, notes that may hold some, and
 * secrets are never in it: it only says that they were changed.
 */
const withheld: ReadonlySet<string> = new Set(['supporter', 'note', 'text', 'search', 'password', 'auditKey'])

const longestText = 200

const names = new Map<string, string>()

/** `shippingPromise` as people read it: `shipping promise`. */
function nameOf(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const name = key.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
  names.set(key, name)
  return name
}

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? (value as unknown[]) : null)

const currencyOf = (facts: Facts, outer: Currency | null): Currency | null =>
  currencies.find((currency) => currency === facts['currency']) ?? outer

const shortened = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1).toWellFormed()}…`

/** One plain fact as text; null stays null. */
function textOf(key: string, value: unknown, currency: Currency | null): string | null {
  if (typeof value === 'string') return shortened(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return null
  if (instantFact.test(key))
    return isoOf(instant(value))
      .replace('T', ' ')
      .replace(/(?:\.000)?Z$/u, ' UTC')
  return moneyFacts.has(key) && currency !== null ? formatMoney(minor(value), currency) : String(value)
}

/** A whole item of a list in one line: `mode UPI, amount ₹1,099`. */
function describe(item: unknown, key: string, currency: Currency | null): string {
  if (!isFacts(item)) return textOf(key, item, currency) ?? ''
  const parts = Object.entries(item).flatMap(([name, value]) => {
    if (unsaid.has(name) || withheld.has(name) || value === null || value === '') return []
    const list = listOf(value)
    if (list !== null) return list.length === 0 ? [] : [`${nameOf(name)} ${String(list.length)}`]
    const text = isFacts(value) ? describe(value, name, currency) : textOf(name, value, currency)
    return text === null || text === '' ? [] : [`${nameOf(name)} ${text}`]
  })
  return shortened(parts.join(', '))
}

/** Collects what differs, fact by fact. */
class Comparison {
  readonly changes: Change[] = []
  readonly #record: string

  constructor(record: string) {
    this.#record = record
  }

  /** For values that differ; texts that differ only beyond what is shown say so. */
  #say(fact: string, before: string | null, after: string | null): void {
    if (before === null && after === null) return
    this.changes.push({ record: this.#record, fact, before, after: before === after ? 'changed further on' : after })
  }

  facts(
    before: Facts,
    after: Facts,
    path: string,
    currencyBefore: Currency | null,
    currencyAfter: Currency | null,
  ): void {
    const [was, is] = [currencyOf(before, currencyBefore), currencyOf(after, currencyAfter)]
    for (const key in after) this.#fact(key, before[key], after[key], path, was, is)
    for (const key in before) if (!Object.hasOwn(after, key)) this.#fact(key, before[key], undefined, path, was, is)
  }

  #fact(key: string, before: unknown, after: unknown, path: string, was: Currency | null, is: Currency | null): void {
    const recurs = moneyFacts.has(key) && was !== is
    if ((before === after && !recurs) || unsaid.has(key)) return
    const fact = path === '' ? nameOf(key) : `${path} ${nameOf(key)}`
    if (withheld.has(key)) {
      this.#withheld(fact, before, after)
      return
    }
    const [lists, objects] = [listOf(after) ?? listOf(before), isFacts(before) || isFacts(after)]
    if (lists !== null) this.#list(key, listOf(before) ?? [], listOf(after) ?? [], fact, was, is)
    else if (objects) this.facts(isFacts(before) ? before : {}, isFacts(after) ? after : {}, fact, was, is)
    else this.#say(fact, textOf(key, before, was), textOf(key, after, is))
  }

  #withheld(fact: string, before: unknown, after: unknown): void {
    const [had, has] = [!isMissing(before), !isMissing(after)]
    if (had && has && JSON.stringify(before) === JSON.stringify(after)) return
    this.#say(fact, had ? 'recorded' : null, has ? (had ? 'changed' : 'recorded') : null)
  }

  /** Items are told apart by their id, or else by their place. What was added or removed is told whole. */
  #list(
    key: string,
    before: readonly unknown[],
    after: readonly unknown[],
    fact: string,
    was: Currency | null,
    is: Currency | null,
  ): void {
    if (![...before, ...after].some(isFacts)) {
      const joined = (items: readonly unknown[], currency: Currency | null): string | null =>
        items.length === 0 ? null : shortened(items.map((item) => textOf(key, item, currency) ?? '').join(', '))
      if (!sameItems(before, after)) this.#say(fact, joined(before, was), joined(after, is))
      return
    }
    const [old, young] = [byIdentity(before), byIdentity(after)]
    for (const [identity, item] of old) if (!young.has(identity)) this.#say(fact, describe(item, key, was), null)
    let place = 0
    for (const [identity, item] of young) {
      place += 1
      const earlier = old.get(identity)
      if (earlier === undefined) this.#say(fact, null, describe(item, key, is))
      else if (isFacts(earlier) && isFacts(item)) this.facts(earlier, item, `${fact} ${String(place)}`, was, is)
    }
    const kept = [...old.keys()].filter((identity) => young.has(identity))
    if (
      !sameItems(
        kept,
        [...young.keys()].filter((identity) => old.has(identity)),
      )
    )
      this.#say(`${fact} in order`, null, 'changed')
  }
}

const sameItems = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((item, place) => item === right[place])

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

const byIdentity = (items: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(
    items.map((item, place) => [
      isFacts(item) && typeof item['id'] === 'string' ? item['id'] : `place ${String(place)}`,
      item,
    ]),
  )

/**
 * What changed in a record, fact by fact, as text for the audit trail: amounts with their currency, instants in UTC, added and
 * removed items of lists whole. `before` is null for a new record, `after` for a removed one. Says of passwords, keys, notes and
 * supporters only that they changed.
 */
export function changesBetween(record: string, before: object | null, after: object | null): readonly Change[] {
  const comparison = new Comparison(record)
  comparison.facts({ ...before }, { ...after }, '', null, null)
  return comparison.changes
}
