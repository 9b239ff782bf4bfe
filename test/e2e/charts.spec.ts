import type { Locator, Page } from '@playwright/test'
import { imageSize } from 'image-size'
import Papa from 'papaparse'
import { extractText } from 'unpdf'
import { violations } from './axe'
import { expect } from './fixtures'
import { schemes, showIn } from './pages'
import { goTo, openSampleShopAs } from './people'
import { test } from './sharedOffice'
import { savedBy, saveAsOffered, tableOf, takeAway } from './takingAway'

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A cell of a CSV file as the table shows it. */
function shownCell(head: string, cell: string): string {
  if (cell === '') return '–'
  if (head.startsWith('Day')) return dayFormat.format(new Date(`${cell}T00:00:00Z`))
  const number = Number(cell).toLocaleString('en-IN')
  return head.endsWith('(INR)') ? `₹${number}` : number
}

async function openRunningCampaign(page: Page): Promise<void> {
  await goTo(page, 'Campaigns')
  await page.getByRole('row', { name: /Mi Selfie Stick Tripod.*live/u }).click()
  await expect(page.getByRole('button', { name: 'Take away: Progress' })).toBeVisible()
}

const chartNamed = (page: Page, name: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: `Take away: ${name}` }) })
    .last()
    .getByRole('application')

test('a chart is taken away as numbers and as pictures that say what the screen says', async ({ office, page }) => {
  await openSampleShopAs(page, 'manager')
  await saveAsOffered(office)
  await openRunningCampaign(page)
  await showIn(page, 'dark')

  const [heads = [], ...rows] = await tableOf(page, 'Progress')
  const csv = await savedBy(office, page, takeAway(page, 'Progress', 'Numbers (CSV)'))
  expect(csv.name).toMatch(/^Progress, Mi Selfie Stick Tripod, .*\.csv$/u)
  const [fileHeads, ...lines] = Papa.parse<string[]>(csv.bytes.toString('utf8').slice(1).trimEnd()).data
  expect(fileHeads).toEqual(heads)
  expect(lines.map((line) => line.map((cell, at) => shownCell(heads[at] ?? '', cell)))).toEqual(rows)
  expect(rows.flat()).toContain('–')

  const svg = await savedBy(office, page, takeAway(page, 'Progress', 'Drawing (SVG)'))
  const text = svg.bytes.toString('utf8')
  expect(text).not.toContain('var(')
  const seen = await page.evaluate((source) => {
    const xml = new DOMParser().parseFromString(source, 'image/svg+xml')
    const root = xml.documentElement
    return {
      broken: xml.querySelector('parsererror') !== null,
      words: Array.from(xml.querySelectorAll('text'), (each) => each.textContent).join('|'),
      ground: xml.querySelector('rect')?.getAttribute('fill'),
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
    }
  }, text)
  expect(seen).toMatchObject({ broken: false, ground: '#ffffff' })
  for (const words of ['of 200 units', 'Paid, net of cancellations', 'target 200 units', 'Sample shop'])
    expect(seen.words).toContain(words)

  const png = await savedBy(office, page, takeAway(page, 'Progress', 'Picture (PNG)'))
  expect(imageSize(png.bytes)).toMatchObject({ type: 'png', width: 2 * seen.width, height: 2 * seen.height })
})

test('a page is printed into a PDF file that reads back with its numbers, in the light scheme', async ({
  office,
  page,
}) => {
  await openSampleShopAs(page, 'manager')
  await saveAsOffered(office)
  await showIn(page, 'dark')
  const title = await page.getByRole('heading', { name: /paid in the last 30 days$/u }).innerText()
  const numbers = await page
    .getByRole('main')
    .getByText(/^₹[\d,.]+$/u)
    .allTextContents()
  expect(numbers.length).toBeGreaterThan(5)
  const pdf = await savedBy(office, page, () => page.getByRole('button', { name: 'Save as PDF' }).click())
  expect(pdf.name).toMatch(/^Overview, .*\.pdf$/u)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const { totalPages, text } = await extractText(new Uint8Array(pdf.bytes))
  const words = text.join(' ').replace(/\s+/gu, ' ')
  for (const number of numbers) expect(words).toContain(number)
  for (const said of [title, 'Sample shop · Overview', '(Asia/Kolkata)', `${totalPages} / ${totalPages}`])
    expect(words).toContain(said)
  // What is pressed and what leads elsewhere stays in the window.
  for (const left of ['Save as PDF', 'Settlement', 'Find anything']) expect(words).not.toContain(left)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('arrow keys go along a chart, and Enter opens the orders of that day', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  await openRunningCampaign(page)
  const chart = chartNamed(page, 'Paid per day')
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const tip = page.getByRole('status').filter({ hasText: 'Click or Enter' })
  await expect(tip).toContainText('Paid')
  const day = await tip.locator('div').first().innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  const paid = new URL(page.url().replace('/#', '')).searchParams.get('eventFrom') ?? ''
  expect(dayFormat.format(new Date(`${paid}T00:00:00Z`))).toBe(day)
})

test('a merchandiser, who sees no orders, is led nowhere and may take the chart away', async ({ office, page }) => {
  await openSampleShopAs(page, 'merchandiser')
  await saveAsOffered(office)
  await openRunningCampaign(page)
  await chartNamed(page, 'Paid per day').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mi Selfie Stick Tripod' })).toBeVisible()
  const csv = await savedBy(office, page, takeAway(page, 'Paid per day', 'Numbers (CSV)'))
  expect(csv.bytes.toString('utf8')).toContain('Day (Asia/Kolkata)')
})

test('a chart, what it tells and its table are free of accessibility violations', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  await openRunningCampaign(page)
  for (const scheme of schemes) {
    await showIn(page, scheme)
    // By keys: what a button tells under the pointer lies beside the page.
    await page.getByRole('button', { name: 'Show as table: Paid per day' }).press('Enter')
    await chartNamed(page, 'Progress').focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('region', { name: /, table$/u })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Click or Enter' })).toBeVisible()
    expect(await violations(page), scheme).toEqual([])
    await page.getByRole('button', { name: 'Show as chart: Paid per day' }).press('Enter')
  }
})
