import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Papa from 'papaparse'
import type { Page } from '@playwright/test'
import { expect, type Office } from './fixtures'

/** A row of the journal that the program exports, by its heads. */
export interface JournalRow {
  readonly [head: string]: string
}

/** Stands in for whoever sits at the system's dialogs. */
const choosing = (office: Office, saved: string, chosen: string) =>
  office.app.evaluate(
    ({ dialog }, [save, take]) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save ?? '' })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [take ?? ''] })
    },
    [saved, chosen],
  )

/** The journal of the page Money, exported from there as it stands; the file chosen next is the one that is given back. */
export async function exportJournal(office: Office, page: Page) {
  const [journal, settlement] = [
    path.join(office.dataFolder, 'journal.csv'),
    path.join(office.dataFolder, 'gateway.csv'),
  ]
  await choosing(office, journal, settlement)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText(/rows? in journal\.csv/u)).toBeVisible()
  const text = (await readFile(journal, 'utf8')).replace(/^\uFEFF/u, '')
  return { entries: Papa.parse<JournalRow>(text, { header: true, skipEmptyLines: true }).data, settlement }
}

export const paise = (text: string | undefined): number => Math.round(Number(text ?? '0') * 100)

/** What came in, a row a payment. */
export const paymentsIn = (entries: readonly JournalRow[]): readonly JournalRow[] =>
  entries.filter((row) => row['Account'] === '1100')

/** Writes what a gateway says of payments on record: one amount differs, one is a stranger's, one line stands twice. */
export async function writeSettlement(file: string, payments: readonly JournalRow[], settledOn: string): Promise<void> {
  const lines = payments.map((row, index) => {
    const amount = paise(row['Debit (INR)']) + (index === 0 ? 100 : 0)
    return `${row['Reference'] ?? ''},payment,${String(amount)},200,36,${settledOn},setl_1`
  })
  const stranger = `pay_stranger,payment,5000,0,0,${settledOn},setl_1`
  const heads = 'entity_id,type,amount,fee,tax,settled_at,settlement_id'
  await writeFile(file, [heads, ...lines, stranger, lines[1]].join('\r\n'))
}
