import { moneyCell, textCell, type Cell } from '../../shared/cell'
import type { BulkJob } from '../../shared/bulk/job'
import type { BulkOutcome, BulkReportRow } from '../../shared/bulk/requests'
import { marketFacts } from '../../shared/campaigns/market'
import { startInWords } from '../bulk/deedWords'
import { jobLines, reportRows, type JobLine } from '../bulk/report'
import type { Reads } from '../store/store'
import { rowsOf, type ListSheet } from './listSheet'

/** What came of each order of a job. */
export async function jobSheet(read: Reads, job: BulkJob, outcome: BulkOutcome | null): Promise<ListSheet> {
  const lines = [...jobLines(job, await read.bulk.parts(job.id), outcome)]
  const words = [`Job ${startInWords(job)}`, ...(outcome === null ? [] : [`Outcome: ${outcome}`])]
  const walked = {
    total: lines.length,
    slice: async (offset: number, limit: number): Promise<readonly JobLine[]> => lines.slice(offset, offset + limit),
  }
  return {
    name: 'Bulk job',
    words,
    impersonal: words,
    zones: [marketFacts.IN.zone],
    heads: [
      'Order',
      'Outcome',
      'Why',
      'Tracking number',
      job.deed.kind === 'undo' ? 'No longer owed' : 'Owed back',
      'Currency',
    ],
    total: lines.length,
    rows: (progress) => rowsOf(walked, (some) => reportRows(read, some), cellsOf, progress),
  }
}

const cellsOf = ({ number, outcome, why, trackingNumber, owed, currency }: BulkReportRow): readonly Cell[] => [
  textCell(number),
  textCell(outcome),
  textCell(why),
  textCell(trackingNumber),
  owed === 0 ? null : moneyCell(owed, currency),
  owed === 0 ? null : textCell(currency),
]
