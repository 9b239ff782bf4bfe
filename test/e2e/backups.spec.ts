import type { Page } from '@playwright/test'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { violationsInBothSchemes } from './axe'
import { expect, test, type Office } from './fixtures'
import { dialog, goTo, mainMenu, owner, startOwnShop } from './people'

async function addProduct(page: Page, name: string): Promise<void> {
  await goTo(page, 'Products')
  await page.getByRole('button', { name: 'New product' }).first().click()
  await dialog(page).getByLabel('Name').fill(name)
  await dialog(page).getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function openBackups(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/u }).click()
  await page.getByRole('menuitem', { name: 'Backups' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible()
}

async function backUpNow(page: Page): Promise<void> {
  await openBackups(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The backup is complete and verified.')).toBeVisible()
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Sign-in name').fill(owner.signInName)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(mainMenu(page)).toBeVisible()
}

const expectAccessible = async (page: Page): Promise<void> => expect(await violationsInBothSchemes(page)).toEqual([])

/** Spoils the journal of one's own shop while the program is closed. */
async function spoilJournal(office: Office): Promise<string> {
  const shop = path.join(office.dataFolder, 'shops', 'own')
  const [journal = ''] = (await readdir(shop)).filter((name) => name.startsWith('journal-'))
  await writeFile(path.join(shop, journal), 'this is no journal')
  return journal
}

test('a manager backs the shop up, goes on, and restores the backup', async ({ office, page }) => {
  await startOwnShop(page)
  await addProduct(page, 'In the backup')
  await backUpNow(page)
  await addProduct(page, 'Since the backup')
  await openBackups(page)
  await expectAccessible(page)

  await page
    .getByRole('button', { name: /^Restore/u })
    .first()
    .click()
  await expectAccessible(page)
  await dialog(page)
    .getByLabel(/^Password/u)
    .fill('not the password')
  await dialog(page)
    .getByRole('button', { name: /^Restore/u })
    .click()
  await expect(dialog(page).getByText('This is not your password.')).toBeVisible()
  await dialog(page)
    .getByLabel(/^Password/u)
    .fill(owner.password)
  await dialog(page)
    .getByRole('button', { name: /^Restore/u })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Mi India' })).toBeVisible()

  await signIn(page)
  await goTo(page, 'Products')
  await expect(page.getByText('In the backup')).toBeVisible()
  await expect(page.getByText('Since the backup')).toHaveCount(0)
  const kept = (await readdir(path.join(office.dataFolder, 'shops'))).filter((name) => name.includes('.replaced-'))
  expect(kept).toHaveLength(1)
})

test('a shop that cannot be opened is exported and restored from its newest backup', async ({
  office,
  page: first,
}) => {
  await startOwnShop(first)
  await addProduct(first, 'In the backup')
  await backUpNow(first)
  await office.close()
  const journal = await spoilJournal(office)
  const page = await office.open()
  await expect(page.getByRole('heading', { level: 1, name: 'The shop could not be opened' })).toBeVisible()
  await expect(page.getByText(journal)).toBeVisible()
  await expectAccessible(page)

  const target = path.join(office.dataFolder, '..', 'exported')
  await office.app.evaluate(({ dialog: system }, folder) => {
    system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, target)
  await page.getByRole('button', { name: 'Export what can be read' }).click()
  await expect(page.getByText(/0 orders, 0 refunds and 0 campaigns were written/u)).toBeVisible()
  expect(await readdir(target)).toHaveLength(1)

  await page.getByRole('button', { name: 'Restore the newest backup' }).click()
  await dialog(page).getByRole('button', { name: 'Restore the backup' }).click()
  await signIn(page)
  await goTo(page, 'Products')
  await expect(page.getByText('In the backup')).toBeVisible()
})
