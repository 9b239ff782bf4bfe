import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Papa from 'papaparse'
import { expect } from './fixtures'
import { goTo, openSampleShopAs, signOut } from './people'
import { test } from './sharedOffice'

const chart = (page: Page, name: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: `Take away: ${name}` }) })
    .last()

async function openReports(page: Page): Promise<void> {
  await openSampleShopAs(page, 'manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()
}

test('a period and a number are chosen, stay in the address, and a day leads to its orders by keyboard', async ({
  page,
}) => {
  await openReports(page)
  await page.getByRole('button', { name: 'Last 30 days' }).click()
  await page.getByRole('button', { name: 'Last 7 days' }).click()
  await page.getByRole('button', { name: /^Beside/u }).click()
  await page.getByRole('button', { name: 'The same days a year before' }).click()
  await page
    .getByRole('group', { name: 'Numbers of the period' })
    .getByRole('button', { name: /^Orders/u })
    .click()
  const plot = chart(page, 'Orders by day').getByRole('application')
  await expect(plot).toBeVisible()
  const title = await chart(page, 'Orders by day').getByRole('heading').innerText()

  await page.reload()
  await expect(page.getByRole('button', { name: 'Last 7 days' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Beside a year before' })).toBeVisible()
  await expect(chart(page, 'Orders by day').getByRole('heading')).toHaveText(title)

  await plot.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Click or Enter: orders of that day')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Drop the filter Placed/u })).toBeVisible()
})

test('what the chart says, its table says and its file says', async ({ office, page }) => {
  await openReports(page)
  await office.app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${folder}/saved.csv` })
  }, office.dataFolder)
  const held = chart(page, 'Money held')
  await held.getByRole('button', { name: 'Show as table: Money held' }).click()
  const rows = await held.getByRole('row').all()
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  await held.getByRole('button', { name: 'Take away: Money held' }).click()
  await page.getByRole('menuitem', { name: 'Numbers (CSV)' }).click()
  await expect(page.getByText(/^Saved as/u)).toBeVisible()
  const file = (await readFile(path.join(office.dataFolder, 'saved.csv'), 'utf8')).slice(1).trimEnd()
  const [heads, ...lines] = Papa.parse<string[]>(file).data
  expect(heads).toEqual(cells[0])
  const amount = (shown: string): string => (shown === '–' ? '' : Number(shown.replace(/[₹,]/gu, '')).toFixed(2))
  expect(lines.map((line) => line.slice(1))).toEqual(cells.slice(1).map((line) => line.slice(1).map(amount)))
  const [last] = lines.slice(-1)
  const title = await held.getByRole('heading').innerText()
  expect(title.match(/₹[\d,.]+(?= )/gu)?.map(amount)).toEqual(last?.slice(1))
})

test('promises lead to the orders that are overdue, running campaigns to themselves', async ({ page }) => {
  await openReports(page)
  await chart(page, 'Shipping promises').getByText('5', { exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Drop the filter/u }).first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  const running = page.getByRole('grid', { name: 'Running campaigns' })
  await expect(running.getByRole('row', { name: /Mi Selfie Stick Tripod/u })).toContainText('ahead')
  await running.getByRole('row', { name: /Mi Selfie Stick Tripod/u }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Mi Selfie Stick Tripod/u })).toBeVisible()
})

test('campaigns are compared by what they have in common, and each leads to its campaign', async ({ page }) => {
  await openReports(page)
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Compare' }).click()
  const table = page.getByRole('grid', { name: 'Compared campaigns' })
  await expect(table.getByRole('row').nth(5)).toBeVisible()
  const all = await table.getByRole('row').count()
  await page.getByRole('button', { name: 'Outcome' }).click()
  await page.getByRole('button', { name: 'funded', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Drop the filter Outcome: funded' })).toBeVisible()
  await expect(async () => expect(await table.getByRole('row').count()).toBeLessThan(all)).toPass()
  await page.getByText('Days since the start').click()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Days since the start' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Drop the filter Outcome: funded' })).toBeVisible()

  const rows = table.getByRole('row').filter({ has: page.getByRole('checkbox', { checked: true }) })
  const name = await table.getByRole('row').nth(1).locator('strong, span').first().innerText()
  await table.getByRole('row').nth(1).getByRole('checkbox').click()
  await expect(chart(page, 'Campaigns compared').locator('text', { hasText: name })).toHaveCount(0)
  await expect(rows.first()).toBeVisible()
  await chart(page, 'Campaigns compared')
    .locator('text', { hasText: /Garam|Audio/u })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Compare campaigns' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Campaigns' }).first()).toBeVisible()
})

/** Types the category at the product's page, as its merchandiser, and leaves the field. */
async function categorise(page: Page, product: string, typed: string): Promise<void> {
  await openSampleShopAs(page, 'merchandiser')
  await goTo(page, 'Products')
  await page.getByRole('main').getByRole('link', { name: product }).first().click()
  const field = page.getByRole('combobox', { name: 'Category' })
  await field.fill(typed)
  await field.press('Tab')
  await expect(page.getByText(/^Saved \d/u)).toBeVisible()
}

test('a category typed at a product takes the spelling that there is, and campaigns are compared by it', async ({
  page,
}) => {
  await categorise(page, 'Pankh Neck Fan', ' audio')
  await expect(page.getByRole('combobox', { name: 'Category' })).toHaveValue('Audio')
  await signOut(page)

  await openReports(page)
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Compare' }).click()
  const table = page.getByRole('grid', { name: 'Compared campaigns' })
  const fan = table.getByRole('row', { name: /Pankh Neck Fan/u })
  await expect(table.getByRole('row', { name: /Mi Selfie Stick Tripod/u })).toBeVisible()
  await page.getByRole('search', { name: 'Filters' }).getByRole('button', { name: 'Category', exact: true }).click()
  await page.getByRole('group', { name: 'Category' }).getByRole('button', { name: 'Audio', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Drop the filter Category: Audio' })).toBeVisible()
  await expect(fan).toContainText('Audio')
  await expect(table.getByRole('row', { name: /Dhun Clip Speaker/u })).toBeVisible()
  await expect(table.getByRole('row', { name: /Mi Selfie Stick Tripod/u })).toHaveCount(0)
  await page.reload()
  await expect(fan).toBeVisible()
  await expect(table.getByRole('row', { name: /Mi Selfie Stick Tripod/u })).toHaveCount(0)
  await signOut(page)

  await categorise(page, 'Pankh Neck Fan', 'Home')
})
