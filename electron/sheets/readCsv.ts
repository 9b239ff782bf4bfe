import { TextDecoder } from 'node:util'
import Papa, { type ParseResult } from 'papaparse'
import { ok, refuse, type Result } from '../../shared/result'
import { dialectOf, type Dialect } from './dialect'
import { restored } from './formulas'

export interface CsvRow {
  /** The line of the file on which it begins, counted from one: a cell may hold line ends. */
  readonly line: number
  /** As many as the header has, except where there is a problem. */
  readonly cells: readonly string[]
  /** Why it cannot be used, as a sentence. Where the file cannot be read any further, its last row says so. */
  readonly problem: string | null
}

export interface CsvSheet {
  /** A name a column, no two alike: a second "Phone" is "Phone (2)", one without a name is "Column 3". */
  readonly header: readonly string[]
  /** To be walked once. Holds the file a part at a time. */
  readonly rows: AsyncIterable<CsvRow>
}

/** What Excel holds in a cell. */
const longestCell = 32_767
/** A row longer than this is a quote that is never closed. */
const longestRow = 1_048_576

const notText = 'This is not a CSV file in UTF-8 or UTF-16. In Excel, save it as "CSV UTF-8".'

/**
 * Reads a CSV file (RFC 4180, and what else goes by the name): UTF-8 or UTF-16 with their marks, comma, semicolon or tab, any line end,
 * line ends within quotes. Undoes what `csvText` did against formulas. Refuses a file that is empty or is no text.
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>): Promise<Result<CsvSheet>> {
  const records = recordsOf(textOf(bytes))
  for (;;) {
    const next = await records.next()
    if (next.done === true) return refuse('empty-file', 'The file is empty. It begins with a line of column names.')
    const { line, cells, problem } = next.value
    if (problem === null && isBlank(cells)) continue
    if (problem === null) return ok({ header: distinct(cells), rows: rowsOf(records, cells.length) })
    await records.return(undefined)
    return refuse('unreadable-header', problem === notText ? notText : `Line ${line}: ${problem}`)
  }
}

async function* rowsOf(records: AsyncGenerator<CsvRow>, columns: number): AsyncGenerator<CsvRow> {
  for await (const row of records) {
    const { line, cells, problem } = row
    if (problem !== null || cells.length === columns) yield row
    else if (!isBlank(cells)) {
      const what = `This line has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${columns}.`
      yield { line, cells, problem: what }
    }
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === ''

function distinct(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const wanted = cell.trim() === '' ? `Column ${index + 1}` : cell.trim()
    let name = wanted
    for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`
    taken.add(name)
    return name
  })
}

/** Every record with its line, blank ones too. After one that ends the reading nothing more comes. */
async function* recordsOf(text: AsyncIterable<string | null>): AsyncGenerator<CsvRow> {
  let dialect: Dialect | null = null
  let rest = ''
  let line = 1
  for await (const part of text) {
    if (part === null) {
      yield { line, cells: [], problem: notText }
      return
    }
    rest += part
    dialect ??= dialectOf(rest, false)
    if (dialect !== null) {
      const { data, errors, used } = parse(rest, dialect, false)
      for (const [index, cells] of data.entries()) {
        yield rowOf(cells, line, errors.has(index))
        line += linesOf(cells, dialect)
      }
      rest = rest.slice(used)
    }
    if (rest.length > longestRow) {
      yield { line, cells: [], problem: tooLong }
      return
    }
  }
  dialect ??= dialectOf(rest, true)
  if (rest === '' || dialect === null) return
  const { data, errors, open } = parse(rest, dialect, true)
  for (const [index, cells] of data.entries()) {
    const last = index === data.length - 1
    yield last && open ? { line, cells: [], problem: neverClosed } : rowOf(cells, line, errors.has(index))
    line += linesOf(cells, dialect)
  }
}

const tooLong =
  'From here on no row ends: a quote is never closed, or the row is longer than 1 MB. Nothing after it was read.'
const neverClosed = 'A quote in this row is never closed. Nothing after it was read.'

interface Parsed {
  readonly data: readonly (readonly string[])[]
  /** Rows whose quotes do not fit. */
  readonly errors: ReadonlySet<number>
  /** Letters up to the end of the last whole row. */
  readonly used: number
  /** The text ends within quotes. */
  readonly open: boolean
}

/** papaparse's own parser, below its streams: those would read an unclosed quote again from its start with every part. */
function parse(text: string, dialect: Dialect, whole: boolean): Parsed {
  const parser = new Papa.Parser({ ...dialect, header: false })
  const { data, errors, meta } = parser.parse(text, 0, !whole) as ParseResult<string[]>
  // What goes wrong in a last row that is not yet whole is told when it is.
  const wrong = errors.filter(({ row }) => row !== undefined && row < data.length)
  return {
    // The line end of the last row is no row of its own.
    data: whole && text.endsWith(dialect.newline) && isBlank(data.at(-1) ?? []) ? data.slice(0, -1) : data,
    errors: new Set(wrong.flatMap(({ row }) => row ?? [])),
    used: meta.cursor,
    open: wrong.some(({ code }) => code === 'MissingQuotes'),
  }
}

function rowOf(found: readonly string[], line: number, badQuotes: boolean): CsvRow {
  const cells = found.map(restored)
  const problem = badQuotes ? 'The quotes in this row do not fit.' : problemIn(cells)
  return { line, cells: problem === null ? cells : [], problem }
}

function problemIn(cells: readonly string[]): string | null {
  const long = cells.findIndex(({ length }) => length > longestCell)
  if (long !== -1) return `Cell ${long + 1} of this row is longer than 32,767 characters.`
  const nul = cells.findIndex((cell) => cell.includes('\0'))
  return nul === -1 ? null : `Cell ${nul + 1} of this row has characters that are not text.`
}

/** How many lines of the file a record takes. */
function linesOf(cells: readonly string[], { newline }: Dialect): number {
  const end = newline === '\r' ? '\r' : '\n'
  return cells.reduce((lines, cell) => (cell.includes(end) ? lines + cell.split(end).length - 1 : lines), 1)
}

/** The text of the file in parts; null, and nothing more, where it is no text in its encoding. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let decoder: TextDecoder | null = null
  let first: Uint8Array = new Uint8Array()
  try {
    for await (const part of bytes) {
      const slice: Uint8Array = decoder === null ? Buffer.concat([first, part]) : part
      if (decoder === null && slice.length < 2) {
        first = slice
        continue
      }
      decoder ??= new TextDecoder(encodingOf(slice), { fatal: true })
      yield decoder.decode(slice, { stream: true })
    }
    yield decoder === null ? new TextDecoder('utf-8', { fatal: true }).decode(first) : decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    yield null
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
