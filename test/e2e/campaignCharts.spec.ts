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
  expect(page.url()).toContain('placedFrom')
  await page.goBack()

  const cells = page.getByRole('grid', { name: 'Days and hours' })
  await cells.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: /, 01: / })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(ordersHeading(page)).toBeVisible()
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
