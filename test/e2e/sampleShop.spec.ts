import { violations } from './axe'
import { expect, test } from './fixtures'
import { menuNames, schemes, showIn, walkSampleShop } from './pages'
import { dialog, goTo, openSampleShopAs } from './people'

test('every page is free of accessibility violations in both schemes', async ({ office, page }) => {
  test.setTimeout(420_000)
  const found: string[] = []
  const look = async (name: string) => {
    for (const scheme of schemes) {
      await showIn(page, scheme)
      for (const violation of await violations(page)) found.push(`${name}, ${scheme}: ${violation}`)
    }
  }
  await expect(page.getByRole('button', { name: 'Open the sample shop' })).toBeVisible()
  await look('first start')
  await page.getByRole('button', { name: 'Open the sample shop' }).click()
  await walkSampleShop(page, look)
  expect(found).toEqual([])
  expect(office.unexpectedProblems()).toEqual([])
})

test('a campaign of the sample shop that failed is settled and its money joins the queue of refunds', async ({
  page,
}) => {
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
})

test('each role sees its own places only', async ({ page }) => {
  await openSampleShopAs(page, 'merchandiser')
  expect(await menuNames(page)).toEqual(['Products', 'Campaigns'])
  await page.getByRole('button', { name: /^Account of/u }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
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
