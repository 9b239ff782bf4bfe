// npm run bench -- --reports [--json] [--orders 1000000] [--campaigns 300]: how soon managers' charts stand in the real window.
import path from 'node:path'
import type { Page } from '@playwright/test'
import '../../renderer/bridge'
import type { RequestOutput } from '../../shared/requests'
import type { Result } from '../../shared/result'
import { instant } from '../../shared/time'
import { fillShop } from '../fill/fillShop'
import { percentile } from './measure'
import { measureInWindow, signIn, startProgram, type Electron } from './program'
import { rowOf, type Row } from './rows'

const say = (line: string): void => console.error(line)

/** Each page is come to this often, from another one. */
const rounds = 20

/** Milliseconds until the charts of a page are painted. */
const quick = 150

/** A page of charts: its name, and the address to come to in each round. */
interface Charts {
  readonly name: string
  readonly address: (round: number) => string
}

/** Milliseconds from the way to a page until the frame is painted that shows every chart in view, or its table where it has none. */
const painted = (page: Page, address: string): Promise<number> =>
  page.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const inView = (element: Element) => element.getBoundingClientRect().top < window.innerHeight
        const isThere = () =>
          document.querySelector('main h1') !== null &&
          document.querySelector('main .recharts-surface, main [data-chart], main table') !== null &&
          ![...document.querySelectorAll('main [data-chart-place]')].some(inView)
        const old = document.querySelector('main h1')
        const begun = performance.now()
        window.location.hash = to
        // A frame is painted after its callbacks; a message that they send comes when it is.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - begun)
        const look = () => {
          if (old?.isConnected !== true && isThere()) port2.postMessage(null)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    address,
  )

/** Resolves when the program has read its shop: some seconds at a million orders, during which it answers what it can. */
const allIsRead = (page: Page) =>
  page.waitForFunction(async () => {
    const status = (await window.backOffice.ask('shop.status', {})) as Result<RequestOutput<'shop.status'>>
    return status.ok && status.value.kind === 'open' && status.value.readAhead === null
  })

/** Goes to a page without charts, so that the next one is come to. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => void (window.location.hash = '/staff'))
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor()
}

async function pagesOf(page: Page): Promise<readonly Charts[]> {
  const asked = (await page.evaluate((all) => window.backOffice.ask('campaigns.list', all), {
    text: '',
    states: [],
    productId: null,
  })) as Result<RequestOutput<'campaigns.list'>>
  if (!asked.ok) throw new Error(asked.refusal.message)
  const over = asked.value.filter(({ campaign }) => campaign.settlement !== null).map(({ campaign }) => campaign.id)
  const any = (round: number): string => over[(round * 17) % over.length] ?? ''
  return [
    { name: 'overview', address: () => '/overview' },
    { name: 'portfolio', address: () => '/reports' },
    { name: 'compare', address: () => '/reports/compare' },
    { name: 'money', address: () => '/reports/money' },
    { name: 'charts of a campaign', address: (round) => `/campaigns/${any(round)}/charts` },
    { name: 'release report', address: (round) => `/reports/releases/${any(round)}` },
    { name: 'what if', address: (round) => `/reports/what-if?campaignId=${any(round)}` },
  ]
}

interface Size extends Readonly<Record<string, number>> {
  readonly orders: number
  readonly campaigns: number
}

async function measure(electron: Electron, folder: string, size: Size, tell: (row: Row) => void): Promise<void> {
  const dataFolder = path.join(folder, 'data')
  say(`making ${size.orders.toLocaleString('en-GB')} orders in ${size.campaigns} campaigns …`)
  await fillShop({ folder: dataFolder, ...size, liveShare: 0.1, at: instant(Date.now()), progress: () => undefined })
  const { app, page } = await startProgram(electron, dataFolder)
  try {
    await signIn(page, 'manager')
    await allIsRead(page)
    const told = (row: string, ours: number, most: number | null): void =>
      tell(rowOf(row, size.orders, { ours, sqlite: null, lowdb: null }, most === null ? null : { kind: 'limit', most }))
    const firsts: number[] = []
    for (const { name, address } of await pagesOf(page)) {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await leave(page)
        times.push(await painted(page, address(round)))
      }
      firsts.push(times[0] ?? 0)
      told(`${name}, painted, p50`, percentile(times, 0.5), null)
      told(`${name}, painted, p95`, percentile(times, 0.95), quick)
    }
    told('a page that nobody was on yet, painted, longest', Math.max(...firsts), null)
  } finally {
    await app.close()
  }
}

await measureInWindow({ name: 'reports', usual: { orders: 1_000_000, campaigns: 300 }, least: 20, measure })
