import { batchName, type RefundBatch } from '../../shared/refunds/batches/batch'
import type { BatchFile } from '../../shared/refunds/batches/batchFile'
import { readResult, type FileRow, type ResultFile } from '../../shared/refunds/batches/resultFile'
import type { Result } from '../../shared/result'
import { openCsv } from '../sheets/readCsv'
import { byteOrderMark, csvText } from '../sheets/writeCsv'

/**
 * The bytes of a batch's file. The bank's desk opens it in Excel, which needs the mark to read names in any script; the gateway takes
 * its column names as they are, without one.
 */
export function batchFileBytes({ route }: Pick<RefundBatch, 'route'>, { rows }: BatchFile): Uint8Array {
  const mark = route === 'bank transfer' ? byteOrderMark : ''
  return Buffer.from(mark + csvText(rows))
}

/** What a file says of the batch, or why it says nothing. */
export async function readResultFile(batch: RefundBatch, bytes: Uint8Array): Promise<Result<ResultFile>> {
  const sheet = await openCsv(once(bytes))
  if (!sheet.ok) return sheet
  const rows: FileRow[] = []
  for await (const row of sheet.value.rows) rows.push(row)
  return readResult(sheet.value.header, rows, batchName(batch))
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
