import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Office } from './fixtures'

/** Stands in for whoever sits at the system's dialog: takes the name that is offered. */
export const saveAsOffered = (office: Office) =>
  office.app.evaluate(({ dialog }, folder) => {
    const save = (...given: readonly unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { readonly defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `${folder}/${defaultPath.replace(/^.*[\\/]/u, '')}` })
    }
    dialog.showSaveDialog = save
  }, office.dataFolder)

/** The file that was saved last; its name is the one the window tells. */
export async function savedBy(office: Office, page: Page, press: () => Promise<void>) {
  await press()
  const told = page.getByText(/^Saved as /u)
  await expect(told).toHaveCount(1)
  const name = (await told.innerText()).replace(/^Saved as |\.$/gu, '')
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()
  await expect(told).toHaveCount(0)
  return { name, bytes: await readFile(path.join(office.dataFolder, name)) }
}

export const takeAway = (page: Page, chart: string, what: string) => async () => {
  await page.getByRole('button', { name: `Take away: ${chart}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** The cells of a chart's table as they stand on screen. */
export async function tableOf(page: Page, chart: string): Promise<readonly (readonly string[])[]> {
  await page.getByRole('button', { name: `Show as table: ${chart}` }).click()
  const rows = await page
    .getByRole('region', { name: /, table$/u })
    .getByRole('row')
    .all()
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  await page.getByRole('button', { name: `Show as chart: ${chart}` }).click()
  return cells
}
