import { createReadStream } from 'node:fs'
import { ok, type Result } from '../../shared/result'
import { openCsv } from './readCsv'

/** Rows that are shown of a file so that its columns can be told apart. */
const shownRows = 3

/** The heads and the first rows of a file. Throws where it cannot be read at all. */
export async function lookInto(
  file: string,
): Promise<Result<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }>> {
  const sheet = await openCsv(createReadStream(file))
  if (!sheet.ok) return sheet
  const rows: (readonly string[])[] = []
  for await (const { cells, problem } of sheet.value.rows) {
    if (problem === null) rows.push(cells)
    if (rows.length === shownRows) break
  }
  return ok({ header: sheet.value.header, rows })
}
