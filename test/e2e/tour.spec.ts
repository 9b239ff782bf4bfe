import type { Page } from '@playwright/test'
import path from 'node:path'
import { expect, test } from './fixtures'
import { schemes, showIn, walkSampleShop } from './pages'

/** Writes a picture of the page as it stands, in both schemes, numbered in the order of the tour. */
function camera(page: Page): (name: string) => Promise<void> {
  const folder = process.env['TOUR_FOLDER']
  if (folder === undefined) throw new Error('Where do the pictures go? npm run tour -- FOLDER')
  let taken = 0
  return async (name) => {
    taken += 1
    const file = `${String(taken).padStart(2, '0')}-${name.replaceAll(' ', '-')}`
    for (const scheme of schemes) {
      await showIn(page, scheme)
      await page.screenshot({ path: path.join(folder, `${file}-${scheme}.png`), animations: 'disabled' })
    }
  }
}

test('every page of the sample shop can be looked at, in light and dark, without breaking the policy', async ({
  office,
  page,
}) => {
  const photograph = camera(page)
  await office.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows().forEach((window) => window.setContentSize(1440, 900))
  })
  await expect(page.getByRole('button', { name: 'Open the sample shop' })).toBeVisible()
  await photograph('first start')
  await page.getByRole('button', { name: 'Open the sample shop' }).click()
  await walkSampleShop(page, photograph)
  expect(office.unexpectedProblems()).toEqual([])
})
