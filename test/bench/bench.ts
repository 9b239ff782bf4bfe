// npm run bench -- [--json] [--orders 10000,100000,1000000] [--rows command,open]: the embedded store against its peers.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { assert } from '../../shared/result'
import type { Contender, ContenderName } from './contender'
import { Embedded, makeFolder } from './embedded'
import { commandRows, dashboardRows, openRows, searchRows, settleRows, togetherRows, type Field } from './measurements'
import { makeJson, mostInLowdb, PlainLowdb } from './plainLowdb'
import { rowOf, tableHead, tableLine, type Row } from './rows'
import { benchShop, closedCampaignsOf, type BenchShop } from './shop'
import { Sqlite } from './sqlite'
import { makeDatabase } from './sqliteSchema'

const usage = `npm run bench -- [--json] [--orders 10000,100000,1000000] [--rows command,open]

Rows: command, together, open, settle, search, dashboard, memory. Without --rows all of them, without --orders all three sizes.`

const groups = ['dashboard', 'search', 'command', 'together', 'open', 'settle', 'memory'] as const
type Group = (typeof groups)[number]

const fewOrders = 1_000
const bytesInMegabyte = 1024 ** 2

/** All live orders: for opening and settling as many as the goal names, where the tenth that usually lives is fewer. */
const mostAllLive = 100_000

const say = (line: string): void => console.error(line)

/** The same shop for each contender, in folders of their own. */
interface Place {
  readonly folder: string
  readonly orders: number
  readonly closed: number
}

const shopAt = ({ orders, closed }: Place): BenchShop => benchShop(orders, closed)
const at = ({ folder }: Place) => ({
  ours: path.join(folder, 'ours'),
  sqlite: path.join(folder, 'sqlite', 'shop.db'),
  lowdb: path.join(folder, 'lowdb', 'shop.json'),
})

function contenderOf(name: ContenderName, place: Place, peers: string): Contender {
  if (name === 'ours') return new Embedded(at(place).ours)
  return name === 'sqlite' ? new Sqlite(peers, at(place).sqlite) : new PlainLowdb(at(place).lowdb)
}

async function make(name: ContenderName, place: Place, peers: string): Promise<void> {
  const shop = shopAt(place)
  await mkdir(path.join(place.folder, name), { recursive: true })
  if (name === 'ours') await makeFolder(at(place).ours, shop)
  else if (name === 'sqlite') makeDatabase(peers, at(place).sqlite, shop)
  else await makeJson(at(place).lowdb, shop)
}

/** What a process holds that has everything open and was asked of all of it. */
interface Held {
  readonly resident: number
  readonly peak: number
  readonly heap: number
}

async function hold(name: ContenderName, place: Place, peers: string): Promise<Held> {
  const contender = contenderOf(name, place, peers)
  await contender.open()
  await contender.firstPage()
  await contender.dashboard()
  for (const text of ['gmail', 'sharma', '9845']) await contender.search(text)
  assert(global.gc !== undefined, 'memory is measured after it was collected')
  for (let time = 0; time < 3; time += 1) {
    global.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { rss, heapUsed } = process.memoryUsage()
  const peak = process.resourceUsage().maxRSS * 1024
  await contender.close()
  return { resident: rss / bytesInMegabyte, peak: peak / bytesInMegabyte, heap: heapUsed / bytesInMegabyte }
}

/** A piece of work in a process of its own, so that its memory is its own; answers the last line that it says. */
async function inOwnProcess(work: 'make' | 'hold', name: ContenderName, place: Place, peers: string): Promise<string> {
  const task = JSON.stringify({ work, name, place })
  const args = ['--expose-gc', fileURLToPath(import.meta.url), '--peers', peers, '--task', task]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${work} ${name} ended with ${String(code)}`)
  return said
}

interface Task {
  readonly work: 'make' | 'hold'
  readonly name: ContenderName
  readonly place: Place
}

async function doTask({ work, name, place }: Task, peers: string): Promise<void> {
  if (work === 'make') await make(name, place, peers)
  else console.log(JSON.stringify(await hold(name, place, peers)))
}

const takingPart = (orders: number): readonly ContenderName[] =>
  orders <= mostInLowdb ? ['ours', 'sqlite', 'lowdb'] : ['ours', 'sqlite']

async function provide(place: Place, peers: string, names: readonly ContenderName[]): Promise<Place> {
  for (const name of names) {
    const began = performance.now()
    await inOwnProcess('make', name, place, peers)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`made ${place.orders.toLocaleString('en-GB')} orders for ${name} in ${seconds} s`)
  }
  return place
}

function fieldAt(place: Place, peers: string): Field {
  const { orders, folder } = place
  return {
    folder,
    shop: shopAt(place),
    ours: new Embedded(at(place).ours),
    sqlite: contenderOf('sqlite', place, peers),
    lowdb: orders <= mostInLowdb ? contenderOf('lowdb', place, peers) : null,
  }
}

async function opened(field: Field, work: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const contenders = [field.ours, field.sqlite, ...(field.lowdb ? [field.lowdb] : [])]
  for (const contender of contenders) await contender.open()
  try {
    return await work()
  } finally {
    for (const contender of contenders) await contender.close()
  }
}

async function memoryRows(place: Place, peers: string): Promise<readonly Row[]> {
  const held = new Map<ContenderName, Held>()
  for (const name of takingPart(place.orders)) {
    held.set(name, JSON.parse(await inOwnProcess('hold', name, place, peers)) as Held)
  }
  const values = (what: keyof Held) => ({
    ours: held.get('ours')?.[what] ?? Number.NaN,
    sqlite: held.get('sqlite')?.[what] ?? null,
    lowdb: held.get('lowdb')?.[what] ?? null,
  })
  const limit = { kind: 'limit', most: 350 } as const
  return [
    rowOf('memory resident', place.orders, values('resident'), limit, 'MB'),
    rowOf('memory resident, at its peak', place.orders, values('peak'), limit, 'MB'),
    rowOf('memory heap', place.orders, values('heap'), null, 'MB'),
  ]
}

/** Tells the rows of one size as they come. Settling comes last: afterwards the shop is another. */
async function measure(
  orders: number,
  wanted: ReadonlySet<Group>,
  peers: string,
  tell: (rows: readonly Row[]) => void,
) {
  const root = await mkdtemp(path.join(tmpdir(), 'bench-'))
  try {
    const closed = closedCampaignsOf(orders)
    const place = { folder: path.join(root, 'tenth'), orders, closed }
    const usual = [...wanted].some((group) => group !== 'settle') || orders > mostAllLive
    if (usual) await provide(place, peers, takingPart(orders))
    const field = fieldAt(place, peers)
    if (wanted.has('memory')) tell(await memoryRows(place, peers))
    if (wanted.has('open')) tell(await openRows(field, ', a tenth live'))
    if (wanted.has('dashboard')) tell(await againstFew(root, field, closed, peers))
    if (wanted.has('search')) tell(await opened(field, () => searchRows(field)))
    if (wanted.has('command')) tell(await opened(field, () => commandRows(field)))
    if (wanted.has('together')) tell(await opened(field, () => togetherRows(field)))
    if (orders > mostAllLive) {
      if (wanted.has('settle')) tell(await opened(field, () => settleRows(field)))
    } else if (wanted.has('settle') || wanted.has('open')) {
      const allLive = { folder: path.join(root, 'all'), orders, closed: 0 }
      await provide(allLive, peers, takingPart(orders))
      const other = fieldAt(allLive, peers)
      if (wanted.has('open')) tell(await openRows(other, ', all live'))
      if (wanted.has('settle')) tell(await opened(other, () => settleRows(other)))
    }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function againstFew(root: string, field: Field, closed: number, peers: string): Promise<readonly Row[]> {
  const place = await provide({ folder: path.join(root, 'few'), orders: fewOrders, closed }, peers, ['ours'])
  const few = new Embedded(at(place).ours)
  await few.open()
  try {
    return await opened(field, () => dashboardRows(field, few))
  } finally {
    await few.close()
  }
}

const isGroup = (text: string): text is Group => groups.some((group) => group === text)

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      orders: { type: 'string', default: '10000,100000,1000000' },
      rows: { type: 'string', default: groups.join(',') },
      peers: { type: 'string', default: '' },
      task: { type: 'string' },
    },
  })
  if (values.task !== undefined) {
    await doTask(JSON.parse(values.task) as Task, values.peers)
    return 0
  }
  const sizes = values.orders.split(',').map(Number)
  const wanted = values.rows.split(',')
  if (!sizes.every((size) => Number.isInteger(size) && size >= fewOrders) || !wanted.every(isGroup)) {
    console.error(usage)
    return 2
  }
  if (!values.json) console.log(tableHead)
  for (const size of sizes) {
    await measure(size, new Set(wanted), values.peers, (rows) => {
      for (const row of rows) console.log(values.json ? JSON.stringify(row) : tableLine(row))
    })
  }
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error)
  return 1
})
