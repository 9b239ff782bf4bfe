import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralised, restored } from '../../../electron/sheets/formulas'
import { openCsv, type CsvRow } from '../../../electron/sheets/readCsv'
import { byteOrderMark, csvText } from '../../../electron/sheets/writeCsv'

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(file: string | Uint8Array, size = 65_536) {
  const opened = await openCsv(inParts(typeof file === 'string' ? new TextEncoder().encode(file) : file, size))
  if (!opened.ok) return opened.refusal
  const rows: CsvRow[] = []
  for await (const row of opened.value.rows) rows.push(row)
  return { header: opened.value.header, rows }
}

const cellsOf = async (file: string | Uint8Array): Promise<unknown> => {
  const found = await read(file)
  return 'rows' in found ? found.rows.map(({ cells, problem }) => problem ?? cells) : found
}

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`${byteOrderMark}${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** Pieces of which hostile cells are made, and any other text. */
const nasty = fc.oneof(
  fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\r\n', "'", '"', ',', ';', ' ', '\u00A0', '＝', byteOrderMark),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const cell = fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join('').replaceAll('\0', ''))

describe('what is written to CSV and read again', () => {
  test('is the same, whatever stands in the cells and however the file comes in parts', async () => {
    const sheet = fc
      .integer({ min: 1, max: 5 })
      .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }))
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 50 }), async (rows, size) => {
        const header = (rows[0] ?? []).map((_, index) => `Head ${index}`)
        const found = await read(byteOrderMark + csvText([header, ...rows]), size)
        expect(found).toMatchObject({ header, rows: rows.map((cells) => ({ cells, problem: null })) })
      }),
      { numRuns: 300 },
    )
  })

  test('keeps figures as they are, also below zero', () => {
    expect(csvText([['-1', { figure: '-1.50' }]])).toBe("'-1,-1.50\r\n")
  })
})

describe('a formula', () => {
  test.each([
    '=1+1',
    '+91',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00A0=1',
    'a\n=1',
    'a\r\n +1',
    "'=1",
    '＝1',
  ])('is never in a file: %j', (text) => {
    const lines = neutralised(text).split(/\r\n|\r|\n/u)
    for (const line of lines) expect(line).not.toMatch(/^\s*[=+\-@\uFF1D]/u)
    expect(restored(neutralised(text))).toBe(text)
  })

  test('is all that an apostrophe is taken from', () => {
    for (const text of ["'tis", "O'Neil", "it's = 1", "' "]) {
      expect(neutralised(text)).toBe(text)
      expect(restored(text)).toBe(text)
    }
  })
})

describe('a file from elsewhere', () => {
  test.each([
    ['with the mark of UTF-8', '\uFEFFa,b\r\n1,ü\r\n'],
    ['without it', 'a,b\r\n1,ü\r\n'],
    ['without an end of its last line', 'a,b\r\n1,ü'],
    ['with line feeds', 'a,b\n1,ü\n'],
    ['with carriage returns', 'a,b\r1,ü\r'],
    ['with semicolons', 'a;b\n1;ü\n'],
    ['with tabs', 'a\tb\n1\tü\n'],
    ['with a comma within quotes of a header of semicolons', '"a";"b"\n1;ü\n'],
    ['with blank lines', '\n\na,b\n\n1,ü\n\n'],
    ['in UTF-16, little end first', utf16('a,b\r\n1,ü\r\n', false)],
    ['in UTF-16, big end first', utf16('a,b\r\n1,ü\r\n', true)],
  ])('is read %s', async (_, file) => {
    expect(await read(file)).toMatchObject({ header: ['a', 'b'], rows: [{ cells: ['1', 'ü'], problem: null }] })
    expect(await read(file, 1)).toEqual(await read(file))
  })

  test('says on which line each row begins, also after cells of several lines and rows that do not fit', async () => {
    const found = await read('a,b\n"1\n2\n3",x\n4\n5,6,7\n8,9\n')
    expect('rows' in found && found.rows).toEqual([
      { line: 2, cells: ['1\n2\n3', 'x'], problem: null },
      { line: 5, cells: ['4'], problem: 'This line has 1 cell, the header has 2.' },
      { line: 6, cells: ['5', '6', '7'], problem: 'This line has 3 cells, the header has 2.' },
      { line: 7, cells: ['8', '9'], problem: null },
    ])
  })

  test('keeps doubled quotes and quotes within words', async () => {
    expect(await cellsOf('a,b\n"say ""yes""",5" disk\n')).toEqual([['say "yes"', '5" disk']])
  })

  test('tells columns of one name, or none, apart', async () => {
    expect(await read('Phone,Phone,,Phone\n')).toEqual({
      header: ['Phone', 'Phone (2)', 'Column 3', 'Phone (3)'],
      rows: [],
    })
  })

  test.each([
    ['nothing at all', ''],
    ['only a mark', '\uFEFF'],
    ['only blank lines', '\r\n\r\n'],
  ])('is refused where there is %s in it', async (_, file) => {
    expect(await read(file)).toMatchObject({ code: 'empty-file' })
  })

  test('is refused where it is no text', async () => {
    expect(await read(Uint8Array.from([0x61, 0x2c, 0xe9, 0x0a]))).toMatchObject({ code: 'unreadable-header' })
    expect(await read(Buffer.from('a,b\n1,2\n', 'utf16le'))).toMatchObject({ code: 'unreadable-header' })
  })

  test('is read up to where it is no more text', async () => {
    const found = await cellsOf(
      Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(30_000)}`), Buffer.from([0xe9, 0x0a])]),
    )
    expect((found as unknown[]).at(-1)).toMatch('not a CSV file in UTF-8')
  })
})

describe('a hostile file', () => {
  test('names the row with NUL bytes and goes on', async () => {
    expect(await cellsOf('a,b\n1,\0\n2,3\n')).toEqual([
      'Cell 2 of this row has characters that are not text.',
      ['2', '3'],
    ])
  })

  test('has its too long cell refused, and goes on', async () => {
    expect(await cellsOf(`a,b\n1,${'x'.repeat(40_000)}\n2,3\n`)).toEqual([
      'Cell 2 of this row is longer than 32,767 characters.',
      ['2', '3'],
    ])
  })

  test('has a quote that is never closed told, however much follows it', async () => {
    expect(await cellsOf('a,b\n1,"2\n3,4\n')).toEqual([
      'A quote in this row is never closed. Nothing after it was read.',
    ])
    const found = await read(`a,b\n1,2\n3,"${'x\n'.repeat(2_000_000)}`)
    expect('rows' in found && found.rows).toMatchObject([
      { line: 2 },
      { line: 3, problem: expect.stringContaining('no row ends') as string },
    ])
  })

  test('has quotes that do not fit told', async () => {
    expect(await cellsOf('a,b\n"1"x,"2"\n3,4\n')).toEqual(['The quotes in this row do not fit.', ['3', '4']])
  })
})
