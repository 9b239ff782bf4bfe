import type { Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { violations } from './axe'
import { expect, test as withOwnOffice } from './fixtures'
import { showIn } from './pages'
import { goTo, openSampleShopAs } from './people'
import { exportJournal, paise, paymentsIn, writeSettlement } from './settlementFile'
import { test } from './sharedOffice'

const open = (page: Page, tab: string) =>
  page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: tab }).click()

/** Of an amount as it is shown, in paise. */
const paiseShown = (shown: string): number => paise(shown.replace(/[^\d.]/gu, ''))

async function openMoney(page: Page): Promise<void> {
  await goTo(page, 'Reports')
  await open(page, 'Money')
  await expect(page.getByRole('heading', { level: 1, name: 'Money' })).toBeVisible()
}

test('the books of the sample shop balance, and a settlement file is held against them', async ({ office, page }) => {
  await openSampleShopAs(page, 'manager')
  await openMoney(page)
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2000-01-01')
  await expect(page.getByText('It adds up')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await showIn(page, 'dark')
  expect(await violations(page)).toEqual([])
  await showIn(page, 'light')

  const { entries, settlement } = await exportJournal(office, page)
  const byEntry = new Map<string, number>()
  const byAccount = new Map<string, number>()
  for (const row of entries) {
    const amount = paise(row['Debit (INR)']) - paise(row['Credit (INR)'])
    byEntry.set(row['Entry'] ?? '', (byEntry.get(row['Entry'] ?? '') ?? 0) + amount)
    byAccount.set(row['Account'] ?? '', (byAccount.get(row['Account'] ?? '') ?? 0) + amount)
  }
  expect(byEntry.size * 2).toBe(entries.length)
  expect([...byEntry.values()].filter((left) => left !== 0)).toEqual([])
  const captured = ((byAccount.get('1100') ?? 0) / 100).toLocaleString('en-IN', { minimumFractionDigits: 2 })
  await expect(page.getByText(new RegExp(`^₹${captured} captured =`, 'u'))).toBeVisible()

  // The gateway's file says what is on record, except for one amount, one stranger and one line that stands twice.
  await writeSettlement(settlement, paymentsIn(entries).slice(0, 5), '2000-01-05')
  await page.getByRole('link', { name: 'Reconcile a settlement file' }).click()
  await page.getByRole('button', { name: 'Choose a settlement file' }).click()
  const reconcile = page.getByRole('button', { name: 'Reconcile', exact: true })
  const told = page.getByRole('region', { name: 'Lines to look at', exact: true })
  for (const time of ['first', 'second']) {
    await test.step(`the ${time} time`, async () => {
      await reconcile.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: /^4 of 7 lines match/u })).toBeVisible()
      await expect(told.getByRole('row', { name: /amount differs/u })).toHaveCount(1)
      await expect(told.getByRole('row', { name: /unknown pay_stranger/u })).toHaveCount(1)
      await expect(told.getByRole('row', { name: /twice/u })).toHaveCount(1)
    })
  }
  expect(await violations(page)).toEqual([])
  await test.step('the same file under names that nobody knows is mapped by hand once', async () => {
    const [, ...lines] = (await readFile(settlement, 'utf8')).split('\r\n')
    const strange = ['Zahlung,Art,Brutto,Gebühr,Steuer,Gebucht,Lauf', ...lines].join('\r\n')
    await writeFile(settlement, strange)
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await expect(page.getByText(/What you choose is remembered/u)).toBeVisible()
    for (const [field, column] of [
      ['Gateway’s reference', 'Zahlung'],
      ['Payment or refund', 'Art'],
      ['Amount', 'Zahlung'],
      ['Day of settlement', 'Gebucht'],
    ] as const) {
      await page.getByRole('combobox', { name: `Column for ${field}` }).click()
      await page.getByRole('option', { name: column, exact: true }).click()
    }
    await expect(reconcile).toBeDisabled()
    await page.getByText('Smallest units (paise)').click()
    await reconcile.click()
    await expect(page.getByRole('alert').getByText(/already/u)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('combobox', { name: 'Column for Amount' }).click()
    await page.getByRole('option', { name: 'Brutto' }).click()
    await reconcile.click()
    await expect(page.getByRole('heading', { name: /^4 of 7 lines match/u })).toBeVisible()
    await writeFile(settlement, strange)
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await expect(page.getByText('As the last file with these columns was read.')).toBeVisible()
    await reconcile.click()
    await expect(page.getByRole('heading', { name: /^4 of 7 lines match/u })).toBeVisible()
  })
})

test('a number of the refunds that wait leads to just those refunds', async ({ page }) => {
  await openSampleShopAs(page, 'manager')
  await openMoney(page)
  const cell = page.getByRole('region', { name: 'Open refunds by age' }).getByRole('link').first()
  const count = Number(await cell.innerText())
  await cell.click()
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(
    `${String(count)} ${count === 1 ? 'refund' : 'refunds'}`,
  )
})

test('what a campaign owes back leads to just the refunds that add up to it, and what it captured to its orders', async ({
  page,
}) => {
  await openSampleShopAs(page, 'manager')
  await openMoney(page)
  const table = page.getByRole('region', { name: 'Money by campaign' })
  const owed = table.getByRole('link', { name: /owed back, Mi Selfie Stick Tripod/u })
  const amount = paiseShown(await owed.innerText())
  await owed.click()
  await expect(page.getByRole('button', { name: /Owed back at the end of/u })).toBeVisible()
  await expect(page.getByRole('button', { name: /Campaign: Mi Selfie Stick Tripod/u })).toBeVisible()
  const rows = page.getByRole('grid', { name: 'Refunds' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('₹')
  const told = await rows.allInnerTexts()
  const amounts = told.flatMap((text) => /₹[\d,.]+/u.exec(text) ?? [])
  expect(amounts.reduce((sum, each) => sum + paiseShown(each), 0)).toBe(amount)
  expect(await violations(page)).toEqual([])

  await page.goBack()
  await table
    .getByRole('link', { name: /captured/u })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /Money came in to/u })).toBeVisible()
})

withOwnOffice('what was decided after a failure is kept, with its reasons', async ({ office, page: first }) => {
  await openSampleShopAs(first, 'manager')
  await goTo(first, 'Reports')
  await open(first, 'After the end')
  expect(await violations(first)).toEqual([])
  await first
    .getByRole('row', { name: /failed/u })
    .first()
    .click()
  await expect(first.getByRole('heading', { name: 'To be decided' })).toBeVisible()
  await expect(first.getByText('Release', { exact: true })).toHaveCount(0)
  expect(await violations(first)).toEqual([])
  await first.getByRole('button', { name: 'Record the decision' }).click()
  await expect(first.getByText(/Say why/u)).toBeVisible()
  await first.getByLabel('Reasons').fill('Most of those who cancelled found it elsewhere for less.')
  await first.getByLabel('What the relaunch does otherwise').fill('Two thirds of the price.')
  await first.keyboard.press('Tab')
  await first.keyboard.press('Enter')
  await expect(first.getByRole('heading', { name: 'Decided: relaunch' })).toBeVisible()
  const page = await office.reopen()
  await openSampleShopAs(page, 'manager')
  await goTo(page, 'Reports')
  await open(page, 'After the end')
  await page.getByRole('row', { name: /relaunch/u }).click()
  await expect(page.getByText('Two thirds of the price.')).toBeVisible()
  await expect(page.getByText('Meera Iyer,')).toBeVisible()
})
