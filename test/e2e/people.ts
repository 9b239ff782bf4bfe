import { expect, type Locator, type Page } from '@playwright/test'

/** What a member of staff does at the window, in the words that stand there. */

export const owner = { name: 'Meera Iyer', signInName: 'meera', password: 'correct horse battery' }

export async function startOwnShop(page: Page): Promise<void> {
  await page.getByLabel('Name of the shop').fill('Mi India')
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('Sign-in name').fill(owner.signInName)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByLabel('Password again').fill(owner.password)
  await page.getByRole('button', { name: 'Start an empty shop' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
}

/** Signs in to the sample shop, whose accounts stand on the page; `role` is one of their words. */
export async function openSampleShopAs(page: Page, role: 'manager' | 'support' | 'merchandiser'): Promise<void> {
  const open = page.getByRole('button', { name: 'Open the sample shop' })
  const account = page.getByRole('button', { name: new RegExp(role, 'iu') })
  await expect(open.or(account.first())).toBeVisible()
  if (await open.isVisible()) await open.click()
  await account.first().click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(mainMenu(page)).toBeVisible()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/u }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

export const mainMenu = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' })

export async function goTo(page: Page, place: string): Promise<void> {
  await mainMenu(page).getByRole('link', { name: place }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: place, exact: true })).toBeVisible()
}

/** The dialog that is open. */
export const dialog = (page: Page): Locator => page.getByRole('dialog')
