import { setTimeout } from 'node:timers/promises'
import { chanceFrom } from '../../electron/sample/chance'
import { orderState } from '../../shared/orders/orderState'
import { assert } from '../../shared/result'
import type { Contender, ContenderName } from './contender'
import type { Embedded } from './embedded'
import {
  evict,
  floorIn,
  inTurns,
  percentile,
  stallsOf,
  StallWatch,
  timed,
  type Lane,
  type Stalls,
  type Times,
} from './measure'
import { rowOf, type Row, type Values } from './rows'
import { now, ordersOf, type BenchShop } from './shop'

/** The same shop in the hands of each contender; lowdb cannot hold a large one. */
export interface Field {
  readonly folder: string
  readonly shop: BenchShop
  readonly ours: Embedded
  readonly sqlite: Contender
  readonly lowdb: Contender | null
}

type Measured = ReadonlyMap<string, Times>

const contendersOf = ({ ours, sqlite, lowdb }: Field): readonly (readonly [ContenderName, Contender])[] => [
  ['ours', ours],
  ['sqlite', sqlite],
  ...(lowdb ? [['lowdb', lowdb] as const] : []),
]

const lanesOf = (
  field: Field,
  runs: Readonly<Record<ContenderName, { readonly runs: number; readonly rounds: number }>>,
  run: (contender: Contender, run: number) => Promise<number>,
): readonly Lane[] =>
  contendersOf(field).map(([name, contender]) => ({ name, ...runs[name], run: (count) => run(contender, count) }))

function valuesAt(measured: Measured, share: number): Values {
  const of = (name: string): number | null => {
    const times = measured.get(name) ?? []
    return times.length === 0 ? null : percentile(times, share)
  }
  const ours = of('ours')
  assert(ours !== null, 'our own times were measured')
  return { ours, sqlite: of('sqlite'), lowdb: of('lowdb') }
}

const isSmall = ({ shop }: Field): boolean => shop.orders <= 10_000

/** Sequences of orders that are to ship, in an order that jumps about. */
function toShipOf({ campaigns }: BenchShop): readonly number[] {
  const sequences = campaigns
    .filter(({ fate }) => fate === 'to ship')
    .flatMap((of) =>
      Array.from(ordersOf(of)).flatMap((order) => (orderState(order, now) === 'paid' ? order.sequence : [])),
    )
  assert(sequences.length > 0, 'there is something to ship')
  return chanceFrom(7).shuffled(sequences)
}

const nth = (items: readonly number[], n: number): number => {
  const item = items[n % items.length]
  assert(item !== undefined, 'there are items')
  return item
}

const idleMilliseconds = 1_000

const shortStall = { kind: 'limit', most: 16 } as const

export async function commandRows(field: Field): Promise<readonly Row[]> {
  const { shop, folder, ours } = field
  const sequences = toShipOf(shop)
  const ship = (contender: Contender, run: number): Promise<number> => timed(() => contender.ship(nth(sequences, run)))
  const pace = { ours: { runs: 50, rounds: 30 }, sqlite: { runs: 50, rounds: 30 }, lowdb: { runs: 1, rounds: 5 } }
  await inTurns(4, lanesOf(field, { ...pace, lowdb: { runs: 0, rounds: 0 } }, ship))
  const floor: Lane = { name: 'floor', runs: 50, rounds: 30, run: floorIn(folder) }
  const measured = await inTurns(30, [...lanesOf(field, pace, ship), floor])
  const floorTimes = measured.get('floor') ?? []
  const p50 = valuesAt(measured, 0.5)
  const p99 = valuesAt(measured, 0.99)
  const stalls = await stallsOfEach(field, async (contender) => {
    const count = contender === field.lowdb ? 3 : 500
    for (let run = 0; run < count; run += 1) {
      await contender.ship(nth(sequences, run))
      await new Promise((resolve) => setImmediate(resolve))
    }
  })
  const snapshot = await stallsOf(() => ours.snapshot())
  const idle = await stallsOf(() => setTimeout(idleMilliseconds))
  const { orders } = shop
  const limit = { kind: 'limit', most: 16 } as const
  return [
    rowOf(
      'floor of one durable write p50',
      orders,
      { ours: percentile(floorTimes, 0.5), sqlite: null, lowdb: null },
      null,
    ),
    rowOf(
      'floor of one durable write p99',
      orders,
      { ours: percentile(floorTimes, 0.99), sqlite: null, lowdb: null },
      null,
    ),
    rowOf('command p50', orders, p50, { kind: 'multiple', most: 2, of: percentile(floorTimes, 0.5), named: 'floor' }),
    rowOf('command p99', orders, p99, { kind: 'multiple', most: 1.5, of: p99.sqlite, named: 'SQLite' }),
    // What other programs on this machine do to the loop of one that does nothing.
    rowOf('floor of the event-loop stall p99', orders, { ours: idle.p99, sqlite: null, lowdb: null }, null),
    rowOf('floor of the event-loop stall, worst', orders, { ours: idle.worst, sqlite: null, lowdb: null }, null),
    rowOf('command, worst event-loop stall', orders, each(stalls, 'worst'), limit),
    rowOf('snapshot, event-loop stall p99', orders, { ours: snapshot.p99, sqlite: null, lowdb: null }, limit),
    rowOf('snapshot, worst event-loop stall', orders, { ours: snapshot.worst, sqlite: null, lowdb: null }, null),
  ]
}

type StallsOfEach = ReadonlyMap<ContenderName, Stalls>

async function stallsOfEach(field: Field, work: (contender: Contender) => Promise<void>): Promise<StallsOfEach> {
  const stalls = new Map<ContenderName, Stalls>()
  for (const [name, contender] of contendersOf(field)) stalls.set(name, await stallsOf(() => work(contender)))
  return stalls
}

function each(stalls: StallsOfEach, what: keyof Stalls): Values {
  const ours = stalls.get('ours')?.[what]
  assert(ours !== undefined, 'our own stalls were measured')
  return { ours, sqlite: stalls.get('sqlite')?.[what] ?? null, lowdb: stalls.get('lowdb')?.[what] ?? null }
}

const callers = 64

export async function togetherRows(field: Field): Promise<readonly Row[]> {
  const sequences = toShipOf(field.shop)
  const pace = {
    ours: { runs: 4, rounds: 15 },
    sqlite: { runs: 4, rounds: 15 },
    lowdb: { runs: 1, rounds: isSmall(field) ? 3 : 1 },
  }
  const run = (contender: Contender, count: number): Promise<number> =>
    timed(() =>
      contender.shipTogether(Array.from({ length: callers }, (_, caller) => nth(sequences, count * callers + caller))),
    )
  await inTurns(2, lanesOf(field, { ...pace, lowdb: { runs: 0, rounds: 0 } }, run))
  const measured = await inTurns(15, lanesOf(field, pace, run))
  const p50 = valuesAt(measured, 0.5)
  return [
    rowOf(`together, ${callers} callers p50`, field.shop.orders, p50, {
      kind: 'multiple',
      most: 1,
      of: p50.sqlite,
      named: 'SQLite, one transaction',
    }),
    rowOf(`together, ${callers} callers p99`, field.shop.orders, valuesAt(measured, 0.99), null),
  ]
}

/** Opened and closed again for each run; the contenders must be closed before. `kind` says how many orders live. */
export async function openRows(field: Field, kind: string): Promise<readonly Row[]> {
  const run = async (contender: Contender): Promise<number> => {
    const took = await timed(async () => {
      await contender.open()
      await contender.firstPage()
      await contender.dashboard()
    })
    await contender.close()
    return took
  }
  const pace = { ours: { runs: 1, rounds: 9 }, sqlite: { runs: 1, rounds: 9 }, lowdb: { runs: 1, rounds: 3 } }
  await inTurns(1, lanesOf(field, pace, run))
  const warm = valuesAt(await inTurns(9, lanesOf(field, pace, run)), 0.5)
  const cold = { ours: { runs: 1, rounds: 5 }, sqlite: { runs: 1, rounds: 5 }, lowdb: { runs: 1, rounds: 2 } }
  const fromDisk = async (contender: Contender): Promise<number> => {
    if (!evict(field.folder)) throw new Error('The system could not be asked to forget files.')
    return run(contender)
  }
  const { orders } = field.shop
  const goal = (of: number | null) => ({ kind: 'multiple', most: 2, of, named: 'SQLite' }) as const
  const rows = [rowOf(`open, first page, dashboard: warm${kind}`, orders, warm, goal(warm.sqlite))]
  if (process.platform !== 'linux') return rows
  const evicted = valuesAt(await inTurns(5, lanesOf(field, cold, fromDisk)), 0.5)
  return [...rows, rowOf(`open, first page, dashboard: evicted${kind}`, orders, evicted, goal(evicted.sqlite))]
}

const queries = 200

/** What people type: parts of three to eight characters of whatever is searched of some order. */
function typedTexts({ campaigns }: BenchShop): readonly string[] {
  const chance = chanceFrom(11)
  const some = campaigns.flatMap((of) => {
    const found = []
    for (const order of ordersOf({ ...of, orders: Math.min(of.orders, 50) })) found.push(order)
    return found
  })
  return Array.from({ length: queries }, () => {
    const { number, supporter, payments, shipment } = chance.pick(some)
    const references = [payments[0]?.reference ?? '', shipment?.trackingNumber ?? '']
    const { name, phone, email } = supporter
    const text = chance.pick([number, name, phone.slice(1), email.split('@')[0] ?? '', ...references])
    const length = Math.min(text.length, chance.whole(3, 8))
    const from = chance.whole(0, text.length - length)
    return text.slice(from, from + length)
  }).filter((text) => text === text.trim() && text.length >= 3 && !/^[\d-]*-[\d-]*$/u.test(text))
}

export async function searchRows(field: Field): Promise<readonly Row[]> {
  const texts = [...typedTexts(field.shop), 'gmail']
  for (const text of texts.slice(0, 20)) await mustAgree(field, (contender) => contender.search(text), text)
  const { ours } = field
  const textOf = (run: number): string => texts[run % texts.length] ?? ''
  const run = (contender: Contender, count: number): Promise<number> => timed(() => contender.search(textOf(count)))
  const pace = { ours: { runs: 20, rounds: 20 }, sqlite: { runs: 20, rounds: 20 }, lowdb: { runs: 2, rounds: 10 } }
  const measured = await inTurns(20, lanesOf(field, pace, run))
  const counting: Lane = { name: 'ours', runs: 20, rounds: 10, run: (count) => timed(() => ours.count(textOf(count))) }
  const counted = await inTurns(10, [counting])
  const stalls = await stallsOf(async () => {
    for (let run = 0; run < queries; run += 1) await ours.search(textOf(run))
    for (let run = 0; run < queries; run += 1) await ours.count(textOf(run))
  })
  const { orders } = field.shop
  const most = orders > 100_000 ? 50 : 16
  return [
    rowOf('search p50', orders, valuesAt(measured, 0.5), null),
    rowOf('search p99', orders, valuesAt(measured, 0.99), { kind: 'limit', most }),
    rowOf('search, how many there are p50', orders, valuesAt(counted, 0.5), null),
    rowOf('search, how many there are p99', orders, valuesAt(counted, 0.99), null),
    rowOf('search, event-loop stall p99', orders, { ours: stalls.p99, sqlite: null, lowdb: null }, shortStall),
    rowOf('search, worst event-loop stall', orders, { ours: stalls.worst, sqlite: null, lowdb: null }, null),
  ]
}

async function mustAgree(field: Field, ask: (contender: Contender) => Promise<unknown>, about: string): Promise<void> {
  const answers = new Set<string>()
  for (const [, contender] of contendersOf(field)) answers.add(JSON.stringify(await ask(contender)))
  assert(answers.size === 1, `all answer the same about '${about}', not ${[...answers].join(' and ')}`)
}

/** `few` is a shop of as many campaigns with hardly any orders. */
export async function dashboardRows(field: Field, few: Embedded): Promise<readonly Row[]> {
  const { shop, ours } = field
  const live = shop.campaigns.find(({ fate }) => fate === 'live')
  assert(live !== undefined, 'some campaign is live')
  await mustAgree(field, (contender) => contender.firstPage(), 'the first page')
  await mustAgree(field, (contender) => contender.dashboard(), 'what is to ship')
  await mustAgree(field, (contender) => contender.daySeries(live.campaign.id), 'the days')
  const pace = { ours: { runs: 5, rounds: 20 }, sqlite: { runs: 1, rounds: 10 }, lowdb: { runs: 1, rounds: 5 } }
  const rows: Row[] = []
  const asked = {
    'dashboard numbers': (contender: Contender) => contender.dashboard(),
    'dashboard day series of a campaign': (contender: Contender) => contender.daySeries(live.campaign.id),
  }
  for (const [name, ask] of Object.entries(asked)) {
    const run = (contender: Contender): Promise<number> => timed(() => ask(contender))
    await inTurns(5, lanesOf({ ...field, lowdb: null }, pace, run))
    const measured = await inTurns(20, [
      ...lanesOf(field, pace, run),
      { name: 'few', ...pace.ours, run: () => run(few) },
    ])
    const of = percentile(measured.get('few') ?? [], 0.5)
    const goal = { kind: 'multiple', most: 2, of, named: 'ours with 1,000 orders' } as const
    rows.push(rowOf(`${name} p50`, shop.orders, valuesAt(measured, 0.5), goal))
  }
  await ours.firstPage()
  return rows
}

/** Settles each live campaign once; afterwards the shop is another. Times are those of all together. */
export async function settleRows(field: Field): Promise<readonly Row[]> {
  const live = field.shop.campaigns.filter(({ fate }) => fate === 'live')
  const voided = new Map<string, number>()
  const watches = new Map(contendersOf(field).map(([name]) => [name, new StallWatch()]))
  const lanes = contendersOf(field).map(([name, contender]) => ({
    name,
    runs: 1,
    rounds: live.length,
    run: async (round: number) => {
      const id = live[round]?.campaign.id
      assert(id !== undefined, 'there is a campaign for each round')
      let took = 0
      await watches.get(name)?.during(async () => {
        took = await timed(async () => {
          voided.set(name, (voided.get(name) ?? 0) + (await contender.settle(id)))
        })
      })
      return took
    },
  }))
  const measured = await inTurns(live.length, lanes)
  assert(new Set(voided.values()).size === 1, 'all void the same orders')
  const sum = (name: string): number | null => measured.get(name)?.reduce((left, right) => left + right, 0) ?? null
  const sqlite = sum('sqlite')
  const count = live.reduce((total, { orders }) => total + orders, 0)
  const values = { ours: sum('ours') ?? Number.NaN, sqlite, lowdb: sum('lowdb') }
  const stalls = new Map(Array.from(watches, ([name, watch]) => [name, watch.stalls]))
  return [
    rowOf(`settle, ${count.toLocaleString('en-GB')} orders`, field.shop.orders, values, {
      kind: 'multiple',
      most: 0.5,
      of: sqlite,
      named: 'SQLite, same batches',
    }),
    rowOf('settle, event-loop stall p99', field.shop.orders, each(stalls, 'p99'), { kind: 'limit', most: 16 }),
    rowOf('settle, worst event-loop stall', field.shop.orders, each(stalls, 'worst'), null),
  ]
}
