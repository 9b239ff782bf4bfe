import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { expect } from './fixtures'
import { showIn } from './pages'
import { goTo, openSampleShopAs } from './people'
import { test } from './sharedOffice'
import { savedBy, saveAsOffered, tableOf, takeAway } from './takingAway'

async function openCharts(page: Page): Promise<void> {
  await goTo(page, 'Campaigns')
  await page.getByRole('row', { name: /Mi Selfie Stick Tripod.*live/u }).click()
  await page.getByRole('tab', { name: 'Charts' }).click()
  await expect(page.getByRole('button', { name: 'Take away: Day by day' })).toBeVisible()
}

const ordersHeading = (page: Page) =>
  page.getByRole('main').getByRole('heading', { level: 1, name: 'Orders', exact: true })

/** Of the list of orders as it stands on screen, cancelled ones included. */
async function unitsListed(page: Page): Promise<number> {
  const list = page.getByRole('grid', { name: 'Orders' })
  const heads = await list.getByRole('columnheader').allInnerTexts()
  const place = heads.findIndex((head) => head.startsWith('Units'))
  const rows = await list.getByRole('row').all()
  const cells = await Promise.all(rows.slice(1).map((row) => row.getByRole('gridcell').allInnerTexts()))
  return cells.reduce((sum, row) => sum + Number(row[place]?.match(/\d+$/u)?.[0]), 0)
}

/** Words of upright axes that reach out of their chart, where they would be cut. */
const cutWords = (page: Page): Promise<readonly string[]> =>
  page.locator('main .recharts-surface').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const { left } = chart.getBoundingClientRect()
      const words = Array.from(chart.querySelectorAll('.recharts-cartesian-axis-tick-value'))
      return words.filter((word) => word.getBoundingClientRect().left < left).map((word) => word.textContent)
    }),
  )

test('a manager reads a campaign’s charts, opens the orders behind a day and takes its numbers away', async ({
  office,
  page,
}) => {
  await openSampleShopAs(page, 'manager')
  await saveAsOffered(office)
  await showIn(page, 'light')
  await openCharts(page)
  await expect(page.getByRole('heading', { name: /paid; .* cancelled, .* lapsed in all$/u })).toBeVisible()
  await expect(page.getByText('Will be funded')).toBeVisible()
  await expect(page.getByText(/^Rests on 2,789 public campaigns/u)).toBeVisible()

  // Charts below the window are drawn one by one.
  await expect(page.locator('main [data-chart-place]')).toHaveCount(0)
  expect(await cutWords(page)).toEqual([])

  const [, ...rows] = await tableOf(page, 'Day by day')
  const csv = await savedBy(office, page, takeAway(page, 'Day by day', 'Numbers (CSV)'))
  const [heads = [], ...lines] = Papa.parse<string[]>(csv.bytes.toString('utf8').slice(1).trimEnd()).data
  expect(heads).toEqual(['Day (Asia/Kolkata)', 'Paid (units)', 'Cancelled (units)', 'Lapsed (units)'])
  expect(lines.map(([, ...cells]) => cells.map((cell) => (cell === '' ? '–' : cell)))).toEqual(
    rows.map(([, ...cells]) => cells),
  )

  await page.getByRole('button', { name: 'Show as table: Day by day' }).click()
  const first = page
    .getByRole('region', { name: /, table$/u })
    .getByRole('button')
    .first()
  await first.press('Enter')
  await expect(ordersHeading(page)).toBeVisible()
  expect(page.url()).toContain('event=paid')
  await page.goBack()

  const cells = page.getByRole('grid', { name: 'Days and hours' })
  await cells.focus()
  // The first day begins with the campaign; what was before it leads nowhere.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: /, 01: / })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(ordersHeading(page)).toBeVisible()
})

test('a point of the states and a bar of a day lead to as many orders as they count', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  await openCharts(page)
  const found = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /orders?$/u })
    .first()
  const orders = (count: string): string => `${count} ${count === '1' ? 'order' : 'orders'}`

  const [, [state = '', , , counted = ''] = []] = await tableOf(page, 'States')
  const states = page.locator('section').filter({ has: page.getByRole('button', { name: 'Take away: States' }) })
  await states.locator('.recharts-bar-rectangle').first().click()
  await expect(ordersHeading(page)).toBeVisible()
  await expect(page.getByText(`State or region: ${state}`)).toBeVisible()
  await expect(found).toHaveText(orders(counted))
  await page.goBack()

  const days = page.locator('section').filter({ has: page.getByRole('button', { name: 'Take away: Day by day' }) })
  const [, ...rows] = await tableOf(page, 'Day by day')
  // The day with the fewest, so that all of its orders stand on the screen.
  const paid = rows.map(([, cell = '']) => Number(cell) || Infinity)
  const place = paid.indexOf(Math.min(...paid))
  await days.locator('.recharts-bar').first().locator('.recharts-bar-rectangle').nth(place).click()
  await expect(page.getByText(/^Paid in time on /u)).toBeVisible()
  await expect.poll(() => unitsListed(page)).toBe(paid[place])
})

test('terms are tried on past campaigns, from the forecast on, and each leads to its charts', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  await openCharts(page)
  await page.getByRole('link', { name: 'What if …' }).click()
  const oneByOne = page.getByRole('heading', { name: /past campaigns? reach the target$/u })
  await expect(oneByOne).toBeVisible()
  const before = await oneByOne.innerText()
  await page.getByLabel('Target', { exact: true }).fill('1')
  await expect(oneByOne).not.toHaveText(before)
  await expect(oneByOne).toHaveText(/^(\d+) of \1 past campaigns reach the target$/u)
  expect(page.url()).toContain('units=1')
  await page.getByRole('button', { name: 'Show as table: One by one' }).click()
  await page
    .getByRole('region', { name: /, table$/u })
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('tab', { name: 'Charts', selected: true })).toBeVisible()
})
