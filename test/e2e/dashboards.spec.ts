import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { goTo, openSampleShopAs } from './people'

test('a dashboard is put together, arranged, and written to a folder with the numbers of its charts', async ({
  office,
  page,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reports-'))
  await openSampleShopAs(page, 'manager')
  await goTo(page, 'Reports')
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Dashboards' }).click()
  await page.getByRole('button', { name: 'New dashboard' }).click()
  await page.getByLabel('Name').fill('Mornings')
  await page.getByRole('button', { name: 'Begin' }).click()

  for (const chart of ['Paid, day by day', 'Money held']) {
    await page.getByRole('combobox', { name: 'Chart' }).click()
    await page.getByRole('option', { name: chart }).click()
    await page.getByRole('button', { name: 'Add chart' }).click()
    await expect(page.getByRole('button', { name: `Remove: ${chart}` })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Earlier: Money held' }).click()
  await expect(page.getByRole('button', { name: 'Earlier: Money held' })).toBeDisabled()
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await violations(page)).toEqual([])

  await page.getByRole('combobox', { name: 'Report' }).click()
  await page.getByRole('option', { name: 'Mornings' }).click()
  await page.getByRole('button', { name: 'Have it written' }).click()
  await page.getByRole('button', { name: 'Write now' }).click()
  await expect(page.getByText('Choose the folder that reports are written to first.')).toBeVisible()
  await office.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await expect(page.getByText(`Into ${folder}`)).toBeVisible()
  await page.getByRole('button', { name: 'Write now' }).click()
  await expect(page.getByText('Mornings is written.')).toBeVisible({ timeout: 60_000 })

  const files = (await readdir(folder)).sort()
  expect(files.map((name) => path.extname(name)).sort()).toEqual(['.csv', '.csv', '.pdf'])
  for (const name of files) expect(name).toMatch(/^Mornings/u)
  const pdf = files.find((name) => name.endsWith('.pdf')) ?? ''
  expect((await readFile(path.join(folder, pdf))).subarray(0, 5).toString()).toBe('%PDF-')

  // Reports are made on pages that nobody sees: the program ends with its last window, whether or not one is still open.
  await office.app.evaluate(({ BrowserWindow }) => new BrowserWindow({ show: false }).id)
  const ended = new Promise((resolve) => office.app.process().once('exit', resolve))
  await page.close()
  await ended
})
