import type { Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { violationsInBothSchemes } from './axe'
import type { Office } from './fixtures'
import { expect, test } from './fixtures'
import { dialog, goTo, openSampleShopAs } from './people'

/** Answers the system's own dialogs with these files, as a person would. */
const choosing = ({ app }: Office, files: { readonly saved: string; readonly read: string }) =>
  app.evaluate(({ dialog: system }, { saved, read }) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: saved })
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [read] })
  }, files)

const isAccessible = async (page: Page): Promise<void> => expect(await violationsInBothSchemes(page)).toEqual([])

const jobDone = (page: Page) => expect(page.getByText('done', { exact: true }).first()).toBeVisible()

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /all/iu }).first().check()
  await expect(page.getByRole('toolbar', { name: 'Chosen orders' })).toBeVisible()
}

test('the queue goes out as a manifest and comes back with its tracking numbers; a bulk cancellation is undone', async ({
  office,
  page,
}) => {
  test.setTimeout(240_000)
  const folder = path.dirname(office.dataFolder)
  const [manifest, courier] = [path.join(folder, 'manifest.csv'), path.join(folder, 'courier.csv')]
  await openSampleShopAs(page, 'support')
  await choosing(office, { saved: manifest, read: courier })
  const numbers: string[] = []

  await test.step('the manifest has the parcels of the queue', async () => {
    await goTo(page, 'Shipping')
    await page.getByRole('button', { name: 'Manifest' }).click()
    await expect(page.getByText(/parcels in manifest\.csv/u)).toBeVisible()
    const [heads = '', ...rows] = (await readFile(manifest, 'utf8')).trim().split('\r\n')
    expect(heads).toContain('PIN code')
    numbers.push(...rows.map((row) => row.split(',')[0] ?? ''))
    await expect(page.getByRole('main').getByRole('status').first()).toHaveText(`${String(numbers.length)} orders`)
  })

  await test.step('the courier’s file says their numbers, and every row is tried before anything changes', async () => {
    const rows = numbers.map((number, place) => `${number},DL${String(100_000 + place)},`)
    await writeFile(courier, ['Order No,AWB,Delivered on', ...rows, 'SF-12,DL1,', ''].join('\r\n'))
    await page.getByRole('link', { name: 'Courier’s file' }).click()
    await page.getByRole('button', { name: 'Choose a CSV file' }).click()
    await page.getByRole('combobox', { name: 'Carrier of rows that name none' }).fill('Delhivery')
    await page.getByRole('button', { name: 'Try every row' }).click()
    await expect(
      page.getByRole('heading', { name: `What it would do to ${String(numbers.length)} orders` }),
    ).toBeVisible()
    await page.getByText('No such order 1').click()
    await expect(page.getByRole('row', { name: /SF-12/u })).toContainText('This is none of our order numbers.')
    await isAccessible(page)
    await page.getByRole('button', { name: /^Note the tracking/u }).click()
    await jobDone(page)
    await expect(page.getByRole('row', { name: /DL100000/u })).toBeVisible()
    await isAccessible(page)
  })

  await test.step('the same file again changes nothing', async () => {
    await goTo(page, 'Shipping')
    await page.getByRole('link', { name: 'Courier’s file' }).click()
    await page.getByRole('button', { name: 'Choose a CSV file' }).click()
    await page.getByRole('button', { name: 'Try every row' }).click()
    await expect(page.getByRole('heading', { name: 'The file changes nothing' })).toBeVisible()
  })

  await test.step('a number is corrected on its order', async () => {
    await page
      .getByRole('grid')
      .getByRole('row', { name: /DL100000/u })
      .click()
    await page.getByRole('button', { name: 'Tracking number' }).click()
    await dialog(page).getByRole('textbox', { name: 'Tracking number' }).fill('DL999')
    await dialog(page).getByRole('button', { name: 'Correct the number' }).click()
    await expect(page.getByText('Tracking number corrected, it was DL100000: Delhivery')).toBeVisible()
  })

  await test.step('a note is written on many orders, which are then exported, cancelled and brought back', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/orders?states=["paid"]'
    })
    await selectAll(page)
    await page.getByRole('button', { name: 'Write a note…' }).click()
    await dialog(page).getByRole('textbox', { name: 'Note' }).fill('Told that it takes another week')
    await dialog(page).getByRole('button', { name: 'Rehearse' }).click()
    await dialog(page)
      .getByRole('button', { name: /^Write a note on/u })
      .click()
    await jobDone(page)
    await page.goBack()
    await selectAll(page)
    await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    await expect(page.getByText(/orders in manifest\.csv/u)).toBeVisible()
    await page.getByRole('button', { name: 'Cancel orders…' }).click()
    await dialog(page).getByRole('combobox', { name: 'Reason' }).click()
    await page.getByRole('option', { name: 'Ordered twice' }).click()
    await dialog(page).getByRole('button', { name: 'Rehearse' }).click()
    await dialog(page)
      .getByRole('button', { name: /owed back$/u })
      .click()
    await jobDone(page)
    await page.getByRole('button', { name: /^Undo the cancellations/u }).click()
    await dialog(page).getByRole('button', { name: 'Rehearse' }).click()
    await dialog(page)
      .getByRole('button', { name: /no longer owed$/u })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: /^Undo the cancellation of/u })).toBeVisible()
    await jobDone(page)
    await isAccessible(page)
  })

  await test.step('whoever wants to be told on the desktop switches it on', async () => {
    await page.getByRole('button', { name: /^Account of/u }).click()
    await page.getByRole('menuitem', { name: /account/iu }).click()
    await page.getByRole('switch', { name: 'Tell me of what turns urgent' }).click()
    await expect(page.getByRole('switch', { name: 'Tell me of what turns urgent' })).toBeChecked()
    await isAccessible(page)
  })
})
