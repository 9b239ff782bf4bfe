import type { Page } from '@playwright/test'
import path from 'node:path'
import { expect, test } from './fixtures'

/** Writes a picture of the page as it stands, in both schemes. */
async function photograph(page: Page, name: string) {
  const folder = process.env['TOUR_FOLDER']
  if (folder === undefined) throw new Error('Where do the pictures go? npm run tour -- FOLDER')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    await page.screenshot({ path: path.join(folder, `${name}-${scheme}.png`), animations: 'disabled' })
  }
}

/** A name for a file: `Call off` becomes `call-off`. */
const fileName = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

test('every page of the sample shop can be looked at, in light and dark, without breaking the policy', async ({
  office,
  page,
}) => {
  await office.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows().forEach((window) => window.setContentSize(1440, 900))
  })
  await photograph(page, '01-first-start')

  await page.getByRole('button', { name: 'Open the sample shop' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await photograph(page, '02-sign-in')

  await page
    .getByRole('button', { name: /manager/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(places.first()).toBeVisible()
  for (const [index, place] of (await places.all()).entries()) {
    const name = fileName((await place.innerText()).split('\n')[0] ?? '')
    await place.click()
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    await photograph(page, `${String(index + 3).padStart(2, '0')}-${name}`)
  }
  expect(office.unexpectedProblems()).toEqual([])
})
