import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base } from '@playwright/test'
import { Office } from './fixtures'

const starts = 5

/** A data folder with as many orders as one likes (`npm run fill`), to be measured instead of the one that is made here. */
const given = process.env['BACK_OFFICE_FILLED']

const few = 1_000
const many = 20_000

/** Room for a machine that does other things at the same time; what orders cost is far beyond it, or nothing. */
const mostRatio = 1.5

const fill = (folder: string, orders: number): void => {
  const run = path.resolve(import.meta.dirname, '../../scripts/run.mjs')
  const { status, stderr } = spawnSync(process.execPath, [run, 'fill', folder, '--orders', String(orders)], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
}

/** Milliseconds from the start of the program until its first page can be used. */
async function firstPage(folder: string): Promise<number> {
  const office = new Office(folder)
  const began = performance.now()
  try {
    const page = await office.open()
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    return performance.now() - began
  } finally {
    await office.close()
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0

base('the first page is there as early with many orders on the disk as with few', async () => {
  base.setTimeout(600_000)
  const parent = await mkdtemp(path.join(tmpdir(), 'first-paint-'))
  try {
    const folders = { few: path.join(parent, 'few'), many: given ?? path.join(parent, 'many') }
    fill(folders.few, few)
    if (given === undefined) fill(folders.many, many)
    const times = { few: [] as number[], many: [] as number[] }
    // The first start of each has other things to read than orders.
    for (const folder of Object.values(folders)) await firstPage(folder)
    for (let start = 0; start < starts; start += 1)
      for (const which of ['few', 'many'] as const) times[which].push(await firstPage(folders[which]))
    const [withFew, withMany] = [median(times.few), median(times.many)]
    const ratio = withMany / withFew
    console.log(
      `first page, median of ${starts} starts: ${Math.round(withFew)} ms with ${few} orders, ` +
        `${Math.round(withMany)} ms with ${given ?? `${many} orders`}; ratio ${ratio.toFixed(2)}`,
    )
    expect(ratio).toBeLessThan(mostRatio)
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
})
