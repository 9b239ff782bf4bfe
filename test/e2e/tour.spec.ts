import type { Page } from '@playwright/test'
import path from 'node:path'
import { expect, test, type Office } from './fixtures'
import { schemes, showIn, walkSampleShop } from './pages'
import { goTo, openSampleShopAs } from './people'
import { exportJournal, paymentsIn, writeSettlement } from './settlementFile'

/** Scrolls the page on by what is seen of it; false where there is no more. */
const scrollOn = (page: Page): Promise<boolean> =>
  page.getByRole('main').evaluate((main) => {
    const before = main.scrollTop
    main.scrollTop += main.clientHeight - 24
    return main.scrollTop > before + 24
  })

/** Writes pictures of the page from its top to its end, in both schemes, numbered in the order of the tour. */
function camera(page: Page): (name: string) => Promise<void> {
  const folder = process.env['TOUR_FOLDER']
  if (folder === undefined) throw new Error('Where do the pictures go? npm run tour -- FOLDER')
  let taken = 0
  return async (name) => {
    taken += 1
    const main = page.getByRole('main')
    const file = `${String(taken).padStart(2, '0')}-${name.replaceAll(' ', '-')}`
    // Notices lie on what is to be seen, and go by themselves; what the pointer rests on tells about itself.
    await page.mouse.move(1, 1)
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
    for (const scheme of schemes) {
      await showIn(page, scheme)
      await main.evaluate((element) => element.scrollTo(0, 0))
      let part = 1
      do {
        const suffix = part === 1 ? '' : `-${part}`
        await page.screenshot({ path: path.join(folder, `${file}${suffix}-${scheme}.png`), animations: 'disabled' })
        part += 1
      } while (await scrollOn(page))
    }
  }
}

/** A settlement file of the gateway read: the one page of the walk that needs a file. */
async function reconcile(office: Office, page: Page): Promise<void> {
  await openSampleShopAs(page, 'manager')
  await goTo(page, 'Reports')
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Money' }).click()
  const { entries, settlement } = await exportJournal(office, page)
  const payments = paymentsIn(entries).slice(0, 40)
  await writeSettlement(settlement, payments, payments.at(-1)?.['Date']?.slice(0, 10) ?? '')
  await page.getByRole('link', { name: 'Reconcile a settlement file' }).click()
  await page.getByRole('button', { name: 'Choose a settlement file' }).click()
  await page.getByRole('button', { name: 'Reconcile', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Lines to look at', exact: true })).toBeVisible()
}

test('every page of the sample shop can be looked at, in light and dark, without breaking the policy', async ({
  office,
  page,
}) => {
  test.setTimeout(600_000)
  const photograph = camera(page)
  await office.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows().forEach((window) => window.setContentSize(1440, 900))
  })
  await expect(page.getByRole('button', { name: 'Open the sample shop' })).toBeVisible()
  await photograph('first start')
  await page.getByRole('button', { name: 'Open the sample shop' }).click()
  await walkSampleShop(page, photograph)
  await reconcile(office, page)
  await photograph('settlement file reconciled')
  expect(office.unexpectedProblems()).toEqual([])
})
