import { minor, type Minor } from '../../money'
import { ok, refuse, type Result } from '../../result'
import { spellings } from './answerSpellings'
import { inOneVoice, type Answer } from './answer'

/** A line of a file that was read as CSV. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Why it cannot be read, as a sentence. */
  readonly problem: string | null
}

/** A line that says nothing that can be used. */
export interface UnreadRow {
  readonly line: number
  readonly why: string
}

export interface ResultFile {
  /** One for each payment or refund that the file names. */
  readonly answers: readonly Answer[]
  readonly unread: readonly UnreadRow[]
}

/** Five times a batch: more is another file. */
export const mostRows = 5000

/**
 * What a result file says, payment by payment: the gateway's report on a batch, or the bank's file as its desk filled it in. Columns are
 * found by their names, in any order. Lines that name another batch are not read. Refuses a file that names neither payments nor refunds, or tells of nothing.
 */
export function readResult(header: readonly string[], rows: readonly FileRow[], batch: string): Result<ResultFile> {
  const columns = columnsOf(header)
  if (columns.payment < 0 && columns.key < 0) {
    return refuse('no-result', 'This is no result file: it has no column “Payment Id” or “Refund key”.', 'file')
  }
  if (columns.status < 0 && columns.refund < 0 && columns.error < 0) {
    return refuse('no-result', 'This file says of no refund what became of it: it has no column “Status”.', 'file')
  }
  if (rows.length > mostRows) {
    return refuse(
      'too-long',
      `This file has more than ${mostRows.toLocaleString('en-GB')} lines. It is no answer to a batch.`,
      'file',
    )
  }
  const unread: UnreadRow[] = []
  const read: Answer[] = []
  for (const row of rows) {
    const answer = row.problem ?? otherBatch(row, columns, batch) ?? answerOf(row, columns)
    if (typeof answer === 'string') unread.push({ line: row.line, why: answer })
    else read.push(answer)
  }
  return ok({ answers: inOneVoice(read), unread })
}

type Columns = Readonly<Record<keyof typeof spellings, number>>

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/gu, '')

/** Where each column stands, or -1. */
function columnsOf(header: readonly string[]): Columns {
  const names = header.map(plain)
  const place = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name))
  return {
    payment: place(spellings.payment),
    key: place(spellings.key),
    batch: place(spellings.batch),
    amount: place(spellings.amount),
    refunded: place(spellings.refunded),
    refund: place(spellings.refund),
    status: place(spellings.status),
    bank: place(spellings.bank),
    error: place(spellings.error),
    reason: place(spellings.reason),
  }
}

const statusWords: Readonly<Record<string, Answer['outcome']>> = {
  processed: 'processed',
  success: 'processed',
  paid: 'processed',
  failure: 'failed',
  failed: 'failed',
  rejected: 'failed',
  returned: 'failed',
  pending: 'pending',
  created: 'pending',
  initiated: 'pending',
  processing: 'pending',
}

const longest = 200

/** Our own file for the bank names its batch on every line. */
function otherBatch({ cells }: FileRow, columns: Columns, batch: string): string | null {
  const named = (cells[columns.batch] ?? '').trim()
  return named === '' || named === batch ? null : `This line belongs to ${named.slice(0, 40)}.`
}

/** The row's answer, or why it is none. */
function answerOf({ line, cells }: FileRow, columns: Columns): Answer | string {
  const cell = (column: keyof Columns): string => (cells[columns[column]] ?? '').trim()
  const byKey = columns.key >= 0
  const subject = cell(byKey ? 'key' : 'payment')
  if (subject === '') return byKey ? 'This line names no refund.' : 'This line names no payment.'
  const word = plain(cell('status'))
  const outcome = word === '' ? outcomeWithout(cell('refund'), cell('error')) : statusWords[word]
  if (outcome === undefined) return `The status “${cell('status').slice(0, 40)}” is not known.`
  const asked = amountOf(cell('amount'), byKey)
  const refunded = cell('refunded') === '' ? asked : amountOf(cell('refunded'), byKey)
  if (asked === null || refunded === null) return 'The amount cannot be read.'
  if ([subject, cell('refund'), cell('bank')].some(({ length }) => length > longest)) return 'A reference is too long.'
  return {
    subject,
    lines: [line],
    outcome,
    amount: outcome === 'processed' ? refunded : asked,
    gatewayReference: cell('refund'),
    bankReference: cell('bank'),
    reason: [cell('error'), cell('reason')]
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, longest)
      .toWellFormed(),
  }
}

/** Without a status, a refund's reference says that it was taken and an error that it was not. */
function outcomeWithout(refund: string, error: string): Answer['outcome'] {
  if (error !== '') return 'failed'
  return refund === '' ? 'none' : 'pending'
}

/** The gateway counts in smallest units, the bank's desk writes them behind a point. */
function amountOf(text: string, decimal: boolean): Minor | null {
  const digits = text.replace(/,/gu, '')
  const [, whole = '', part = ''] =
    (decimal ? /^(\d{1,13})(?:\.(\d{1,2}))?$/u : /^(\d{1,15})(?:\.0+)?$/u).exec(digits) ?? []
  if (whole === '') return null
  return minor(decimal ? Number(whole) * 100 + Number(part.padEnd(2, '0')) : Number(whole))
}
