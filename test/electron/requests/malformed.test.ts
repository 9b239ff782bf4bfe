import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doorRefusals, requests, type RequestName } from '../../../shared/requests'
import type { Asker } from '../../../electron/office'
import { anOffice, type TestOffice } from '../../journeys/anOffice'
import { sampleInputs } from './sampleInputs'
import { storeFacts } from './storeFacts'

const names = Object.keys(requests) as RequestName[]
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)

let shop: TestOffice
let desk: Asker
let before: string
beforeAll(async () => {
  console.log(`malformed input: FC_SEED=${String(seed)}`)
  shop = await anOffice()
})
beforeEach(async () => {
  desk = shop.office.as(shop.manager)
  before = await storeFacts(shop.office)
})
afterEach(async () => {
  expect(await storeFacts(shop.office)).toBe(before)
  expect(shop.bugs).toEqual([])
})
afterAll(() => shop.end())

type Path = readonly (string | number)[]

/** The place of every part of a value, the whole included. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...parts.flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

/** The value with another one in that place. */
function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (index === key ? withAt(part, rest, other) : part))
  const fields = value as Record<string, unknown>
  return { ...fields, [key]: withAt(fields[key], rest, other) }
}

function deep(depth: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

const circular: Record<string, unknown> = {}
circular['again'] = circular

const hostile: readonly (readonly [string, unknown])[] = [
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['2^53', 2 ** 53],
  ['a fraction', 0.5],
  ['a negative number', -1],
  ['undefined', undefined],
  ['a lone surrogate', 'a\uD800b'],
  ['NUL', 'a\0b'],
  ['an empty object', {}],
  ['an object with __proto__', JSON.parse('{"__proto__":{"roles":["manager"]}}') as unknown],
  ['an object with constructor', { constructor: { prototype: {} } }],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['bytes', new Uint8Array(4)],
  ['a bigint', 1n],
  ['itself again', circular],
]

describe.each(names)('%s', (name) => {
  const sample: unknown = sampleInputs[name]
  /** What the schema lets through would be carried out: here it is about what is kept out. */
  const refuses = async (input: unknown): Promise<void> => {
    if (requests[name].input.safeParse(input).success) return
    expect(await desk.answer(name, input)).toMatchObject({ ok: false, refusal: { code: doorRefusals.invalidInput } })
  }

  test.each(hostile)('refuses %s in any place', async (_name, value) => {
    for (const place of placesIn(sample)) await refuses(withAt(sample, place, value))
  })

  test('refuses unknown and missing fields', async () => {
    await refuses({ ...(sample as object), extra: 1 })
    for (const key of Object.keys(sample as object)) {
      const { [key]: _left, ...rest } = sample as Record<string, unknown>
      await refuses(rest)
    }
  })

  test('refuses whatever is no input of it', async () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    await fc.assert(fc.asyncProperty(anything, refuses), { seed, numRuns: 40 })
  })
})

test.each([
  ['a lone surrogate', 'a\uD800b'],
  ['too many parts', Array.from({ length: 20_001 }, () => '')],
  ['an object of a class', new URL('app://office/')],
])('%s is refused wherever it stands, whatever the schema says', async (_name, text) => {
  expect(await desk.answer('products.list', { text, archived: false })).toMatchObject({
    refusal: { code: doorRefusals.invalidInput, field: 'text' },
  })
})

test.each([
  'nothing',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  7,
  null,
  undefined,
  ['shop.status'],
  {},
])('there is no request called %j', async (name) => {
  expect(await desk.answer(name, {})).toMatchObject({ ok: false, refusal: { code: 'unknown-request' } })
})

test('−0 counts as 0', async () => {
  const input = { ...sampleInputs['orders.page'], offset: -0 }
  expect(await desk.answer('orders.page', input)).toEqual(await desk.answer('orders.page', { ...input, offset: 0 }))
})

test.each([
  ['a text of 10 MB', 'products.list', { text: 'x'.repeat(10_000_000), archived: false }],
  [
    'a picture of 60 MB',
    'products.addPicture',
    { ...sampleInputs['products.addPicture'], bytes: 'QUJD'.repeat(15_000_000) },
  ],
  ['a depth of 10,000', 'products.list', { text: deep(10_000), archived: false }],
  [
    'a list of 10 million',
    'products.reorder',
    { ...sampleInputs['products.reorder'], ids: new Array(10_000_000).fill('x') },
  ],
  ['an object shared 2^60 times', 'products.list', { text: shared(60), archived: false }],
  ['a name of 10 MB', 'products.list', { text: '', archived: false, ['x'.repeat(10_000_000)]: 1 }],
] as const)('oversized input is refused before it is read: %s', async (what, name, input) => {
  const started = performance.now()
  const reply = await desk.answer(name, input)
  console.log(`${what}: refused after ${(performance.now() - started).toFixed(1)} ms (wanted: 100)`)
  expect(reply).toMatchObject({ ok: false, refusal: { code: doorRefusals.invalidInput } })
})

function shared(times: number): unknown {
  let value: unknown = 'x'
  for (let time = 0; time < times; time += 1) value = [value, value]
  return value
}

test.each([
  ['products.create', { name: '', currency: 'INR' }, 'name', 'This is needed.'],
  ['products.create', { name: 'A name', currency: 'USD' }, 'currency', 'Choose one of what is offered.'],
  ['staff.create', { ...sampleInputs['staff.create'], password: 'short' }, 'password', 'At least 10 characters.'],
  ['orders.cancel', { ...sampleInputs['orders.cancel'], units: 'two' }, 'units', 'A number is needed here.'],
  ['orders.cancel', { ...sampleInputs['orders.cancel'], units: 0 }, 'units', 'At least 1.'],
  [
    'orders.place',
    withAt(sampleInputs['orders.place'], ['supporter', 'address', 'city'], 7),
    'supporter.address.city',
    'Text is needed here.',
  ],
] as const)('a refusal of %s names the field and says what is wanted', async (name, input, field, message) => {
  const reply = await desk.answer(name, { commandId: 'command-of-refusal', ...(input as object) })
  expect(reply).toEqual({ ok: false, refusal: { code: doorRefusals.invalidInput, message, field } })
})
