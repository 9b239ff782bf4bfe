// npm run bench -- --desk [--json] [--orders 250000]: how quick the desk is in the real window, with many orders on the disk.
import path from 'node:path'
import type { Page } from '@playwright/test'
import '../../renderer/bridge'
import { orderColumnIds } from '../../shared/orders/columns'
import { everyOrder } from '../../shared/orders/requests'
import type { Result } from '../../shared/result'
import { instant } from '../../shared/time'
import { fillShop } from '../fill/fillShop'
import { percentile } from './measure'
import { measureInWindow, signIn, startProgram, type Electron, type Running } from './program'
import { rowOf, type Row } from './rows'

const say = (line: string): void => console.error(line)

/** What people type, letter by letter: parts of numbers, names, phones and addresses. */
const typed = [
  ...['sharma', '98450', 'gmail', '1000', 'priya', 'kum', 'patel', '7788', 'reddy', 'outlook'],
  ...['verma', '70221', 'arjun', '2044', 'mehta', 'lak', 'nair', '9911', 'joseph', 'example'],
  ...['kavya', '88612', 'yahoo', '3120', 'singh', 'iqb', 'bose', '6504', 'thomas', 'pillai'],
]

/** Opens this many orders, as a morning of calls asks for, changes the filter as often, and takes as many steps through the list. */
const opened = 100
const filtered = 100
const scrolled = 600

const asTyped: readonly string[] = typed.flatMap((word) => Array.from(word, (_, end) => word.slice(0, end + 1)))

/** Something that a person does, and what stands in the window once it is answered. */
type Step =
  | { readonly does: 'type'; readonly text: string }
  | { readonly does: 'view'; readonly name: string }
  | { readonly does: 'open'; readonly row: number }
  | { readonly does: 'back' }

/** Milliseconds from what a person does until the frame that shows the answer is painted. */
const painted = (page: Page, step: Step): Promise<number> =>
  page.evaluate(
    (asked) =>
      new Promise<number>((resolve) => {
        const find = (selector: string) => document.querySelector<HTMLElement>(selector)
        const tab = (name: string) =>
          [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ innerText }) => innerText.startsWith(name))
        const listed = () => find('[role=grid][aria-label=Orders]')?.ariaBusy !== 'true'
        const heading = () => find('main h1')?.innerText ?? ''
        const isAnswered = () => {
          if (asked.does === 'open') return heading() !== 'Orders' && heading() !== ''
          if (asked.does === 'back') return heading() === 'Orders' && find('[role=grid] [data-index]') !== null
          if (asked.does === 'view') return tab(asked.name)?.ariaSelected === 'true' && listed()
          return find(`[aria-label="Drop the filter Search: ${asked.text}"]`) !== null && listed()
        }
        const begun = performance.now()
        if (asked.does === 'view') tab(asked.name)?.click()
        if (asked.does === 'open') find(`[role=grid] [data-index="${String(asked.row)}"]`)?.click()
        if (asked.does === 'back') window.history.back()
        if (asked.does === 'type') {
          const field = document.querySelector<HTMLInputElement>('[data-list-search]')
          // As the browser does it when a key was pressed: React listens to the event, and asks the field for its value.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, asked.text)
          field?.dispatchEvent(new Event('input', { bubbles: true }))
        }
        // A frame is painted after its callbacks; a message that they send comes when it is.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - begun)
        const look = () => {
          if (isAnswered()) port2.postMessage(null)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    step,
  )

async function search(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of asTyped) times.push(await painted(page, { does: 'type', text }))
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('')
  return times
}

async function filters(page: Page): Promise<readonly number[]> {
  const views = ['Awaiting payment', 'To ship', 'Overdue', 'All']
  const times: number[] = []
  for (let turn = 0; turn < filtered; turn += 1) {
    times.push(await painted(page, { does: 'view', name: views[turn % views.length] ?? 'All' }))
  }
  await painted(page, { does: 'view', name: 'All' })
  return times
}

async function openings(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (let turn = 0; turn < opened; turn += 1) {
    const row = turn % 10
    // A pointer comes to a row before it is pressed.
    await page.locator(`[role=grid] [data-index="${String(row)}"]`).hover()
    times.push(await painted(page, { does: 'open', row }))
    await painted(page, { does: 'back' })
  }
  return times
}

/** Milliseconds of each task of the window that took more than 50, while the list was scrolled from its top to its end. */
const scrolling = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    (steps) =>
      new Promise<number[]>((resolve) => {
        const tasks: number[] = []
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration)
        })
        observer.observe({ entryTypes: ['longtask'] })
        const list = document.querySelector('[role=grid][aria-label=Orders]')?.parentElement
        if (!list) throw new Error('The list is there.')
        const end = list.scrollHeight - list.clientHeight
        let step = 0
        const scroll = () => {
          list.scrollTop = (end * step) / steps
          step += 1
          if (step <= steps) requestAnimationFrame(scroll)
          // What was observed is told a moment later.
          else setTimeout(() => resolve(tasks), 200)
        }
        requestAnimationFrame(scroll)
      }),
    scrolled,
  )

/** Seconds that a whole export took. */
async function exporting({ app, page }: Running, folder: string, format: 'csv' | 'xlsx'): Promise<number> {
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    path.join(folder, `orders.${format}`),
  )
  const { offset: _offset, sort: _sort, descending: _descending, ...filter } = everyOrder
  const scope = { kind: 'matching', filter, except: [] }
  const input = { scope, sort: 'sequence', descending: true, columns: [...orderColumnIds], format }
  const began = performance.now()
  const reply = (await page.evaluate((given) => window.backOffice.ask('sheets.exportOrders', given), input)) as Result<{
    readonly rows: number
  }>
  const seconds = (performance.now() - began) / 1000
  if (!reply.ok) throw new Error(reply.refusal.message)
  return seconds
}

interface Size extends Readonly<Record<string, number>> {
  readonly orders: number
}

async function measure(electron: Electron, folder: string, { orders }: Size, tell: (row: Row) => void): Promise<void> {
  const dataFolder = path.join(folder, 'data')
  say(`making ${orders.toLocaleString('en-GB')} orders …`)
  await fillShop({ folder: dataFolder, orders, liveShare: 0.1, at: instant(Date.now()), progress: () => undefined })
  const running = await startProgram(electron, dataFolder)
  const { app, page } = running
  try {
    await signIn(page, 'support')
    await page.getByRole('grid', { name: 'Orders' }).waitFor()
    const most = (limit: number) => ({ kind: 'limit' as const, most: limit })
    const told = (row: string, ours: number, limit: number | null, unit: Row['unit'] = 'ms'): void =>
      tell(rowOf(row, orders, { ours, sqlite: null, lowdb: null }, limit === null ? null : most(limit), unit))
    const searched = await search(page)
    told('search as you type, painted, p50', percentile(searched, 0.5), null)
    told('search as you type, painted, p95', percentile(searched, 0.95), quick)
    const changed = await filters(page)
    told('filter change, painted, p50', percentile(changed, 0.5), null)
    told('filter change, painted, p95', percentile(changed, 0.95), quick)
    const shown = await openings(page)
    told('opening an order, painted, p50', percentile(shown, 0.5), null)
    told('opening an order, painted, p95', percentile(shown, 0.95), quick)
    const long = await scrolling(page)
    told('scrolling through the whole list, longest task', Math.max(0, ...long), longTask)
    told('scrolling through the whole list, tasks over 50 ms', long.length, 0, 'tasks')
    for (const format of ['csv', 'xlsx'] as const) {
      const rate = orders / (await exporting(running, folder, format))
      const goal = { kind: 'least' as const, least: leastRowsPerSecond }
      tell(rowOf(`export as ${format}`, orders, { ours: rate, sqlite: null, lowdb: null }, goal, 'rows/s'))
    }
  } finally {
    await app.close()
  }
}

/** Milliseconds in which what was asked for stands in the window. */
const quick = 50
/** Milliseconds that a task of the window may take without anybody noticing. */
const longTask = 50
const leastRowsPerSecond = 50_000

await measureInWindow({ name: 'desk', usual: { orders: 250_000 }, least: 1, measure })
