import { Damaged } from '../store/embedded/damaged'
import { proveDocument, recordsOf } from '../store/embedded/documentFormat'
import { decodeJournal } from '../store/embedded/journalFormat'

interface Readable {
  /** Records of a document, commits of a journal. */
  readonly records: readonly unknown[]
  /** What is wrong with the file, as what follows its name; null where it is sound. */
  readonly unread: string | null
}

/** What stands in a document or journal: all of it where it is sound, otherwise every line that still reads as a record. */
export function readableLines(name: string, bytes: Buffer): Readable {
  const journal = name.endsWith('.log')
  try {
    const records: readonly unknown[] = journal
      ? decodeJournal(bytes).commits.map((text) => JSON.parse(text) as unknown)
      : recordsOf(proveDocument(bytes))
    return { records, unread: null }
  } catch (error) {
    const { records, lost } = lineByLine(bytes)
    const what = error instanceof Damaged ? error.message : 'is not whole'
    const read = `${records.length} of its records could be read and are not proven, ${lost} could not`
    return { records, unread: `${what}: ${read}` }
  }
}

/** Both kinds of file have one record a line, between lines that only frame them. */
function lineByLine(bytes: Buffer): { readonly records: readonly unknown[]; readonly lost: number } {
  const records: unknown[] = []
  let lost = 0
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    const to = end === -1 ? bytes.length : end
    const line = bytes.toString('utf8', from, to).replace(/,$/u, '')
    from = to + 1
    if (line === '' || /^(?:\{"schema":|\],"count":|journal \d|frame \d)/u.test(line)) continue
    try {
      records.push(JSON.parse(line))
    } catch {
      lost += 1
    }
  }
  return { records, lost }
}
