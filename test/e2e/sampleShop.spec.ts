import { violationsInBothSchemes } from './axe'
import { expect, test as withOwnOffice } from './fixtures'
import { menuNames, walkSampleShop, type Walker } from './pages'
import { dialog, goTo, openSampleShopAs, signOut } from './people'
import { test } from './sharedOffice'

/** Two walks, so that two programs can be walked through at a time. */
const walks: readonly (readonly Walker[])[] = [['manager'], ['merchandiser', 'support']]

for (const walkers of walks)
  withOwnOffice(
    `every page of ${walkers.join(' and ')} is free of accessibility violations in both schemes`,
    async ({ page }) => {
      withOwnOffice.setTimeout(420_000)
      const found: string[] = []
      const look = async (name: string) => {
        for (const violation of await violationsInBothSchemes(page)) found.push(`${name}, ${violation}`)
      }
      await expect(page.getByRole('button', { name: 'Open the sample shop' })).toBeVisible()
      await look('first start')
      await page.getByRole('button', { name: 'Open the sample shop' }).click()
      await walkSampleShop(page, look, walkers)
      expect(found).toEqual([])
    },
  )

withOwnOffice(
  'a campaign of the sample shop that failed is settled and its money joins the queue of refunds',
  async ({ page }) => {
    await openSampleShopAs(page, 'manager')
    await goTo(page, 'Refunds')
    const owedTab = page.getByRole('tab', { name: /^Owed/u })
    const owed = async () => Number((await owedTab.innerText()).replace(/\D/gu, ''))
    const before = await owed()
    await goTo(page, 'Settlement')
    await page
      .getByRole('row', { name: /to be settled/u })
      .first()
      .click()
    await page.getByRole('button', { name: 'Approve the settlement' }).click()
    await dialog(page)
      .getByLabel(/^Password of/u)
      .fill('meera-sample-shop')
    await dialog(page)
      .getByRole('button', { name: /^Settle as failed — ₹[\d,]+ owed back$/u })
      .click()
    await expect(page.getByRole('link', { name: 'Statement' })).toBeVisible()
    await goTo(page, 'Refunds')
    await expect(async () => expect(await owed()).toBeGreaterThan(before)).toPass()
  },
)

test('each role sees its own places only', async ({ page }) => {
  await openSampleShopAs(page, 'merchandiser')
  expect(await menuNames(page)).toEqual(['Products', 'Campaigns'])
  await signOut(page)
  await openSampleShopAs(page, 'support')
  expect(await menuNames(page)).toEqual([
    'My queue',
    'Products',
    'Campaigns',
    'Orders',
    'Refunds',
    'Shipping',
    'Settlement',
  ])
})
