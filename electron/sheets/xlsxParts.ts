import { currencies, minorText, type Currency } from '../../shared/money'
import type { Cell } from '../../shared/cell'
import { wallTimeOf } from '../../shared/wallClock'

// The parts of an XLSX file (ECMA-376) as far as a table needs them: text in its cells, numbers, amounts and instants with their formats.

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const letters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text within XML. What XML cannot hold, and what Excel would take for it, is written the way Excel does: `_x0000_`. */
const escaped = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
        .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, (letter) => `_x${hex(letter)}_`)
        .replace(/[&<>"]/gu, (letter) => letters[letter] ?? letter)

const plain = /^[\p{L}\p{N} .,@+/()-]*$/u
const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** The home market writes lakh and crore; Excel knows no such groups and needs them spelt out. */
const moneyFormats: Record<Currency, string> = {
  INR: '[>=10000000]"₹"##\\,##\\,##\\,##0.00;[>=100000]"₹"##\\,##\\,##0.00;"₹"##,##0.00',
  CNY: '"¥"#,##0.00',
  BRL: '"R$"#,##0.00',
}

/** Places in the list of styles: bold, text, instant, then the currencies. */
const styles = { head: 1, text: 2, instant: 3, money: 4 } as const
const formats = ['yyyy\\-mm\\-dd hh:mm:ss', ...currencies.map((currency) => moneyFormats[currency])]
const firstOwnFormat = 164

export const stylesXml = (): string => `${head}<styleSheet ${main}>
<numFmts count="${formats.length}">${formats
  .map((format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${escaped(format)}"/>`)
  .join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${3 + formats.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
${formats
  .map(
    (_, index) =>
      `<xf numFmtId="${firstOwnFormat + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  .join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export const contentTypesXml = (sheets: number): string =>
  `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${counted(
    sheets,
    (sheet) => `<Override PartName="/xl/worksheets/sheet${sheet}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )}</Types>`

export const packageXml = (): string =>
  `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookXml = (names: readonly string[]): string =>
  `${head}<workbook ${main} xmlns:r="${office}"><sheets>${names
    .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`

export const workbookRelationsXml = (sheets: number): string =>
  `${head}<Relationships xmlns="${packaged}/relationships">${counted(
    sheets,
    (sheet) => `<Relationship Id="rId${sheet}" Type="${office}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`,
  )}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

const counted = (count: number, part: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index + 1)).join('')

/** A sheet up to its first row: the heads stay in view. */
export const sheetStartXml = (heads: readonly string[]): string =>
  `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${heads
    .map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="20" customWidth="1"/>`)
    .join('')}</cols><sheetData>${rowOf(
    1,
    heads.map((text, column) => textXml(placeOf(column, 1), text, styles.head)),
  )}`

export const sheetEndXml = '</sheetData></worksheet>'

/** `row` counts from one. */
export const rowXml = (cells: readonly Cell[], row: number): string =>
  rowOf(
    row,
    cells.map((cell, column) => cellXml(cell, placeOf(column, row))),
  )

const rowOf = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return textXml(place, cell.text, styles.text)
    case 'count':
      return numberXml(place, String(cell.count), 0)
    case 'money':
      return numberXml(place, minorText(cell.amount), styles.money + currencies.indexOf(cell.currency))
    case 'instant':
      return numberXml(place, String(serialOf(cell.at, cell.zone)), styles.instant)
  }
}

const textXml = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const numberXml = (place: string, value: string, style: number): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`

const millisecondsOfDay = 86_400_000
/** Days from Excel's day 0 to 1970. */
const excelDays = 25_569

/** Excel's count of days, of what the clocks of the zone showed. */
const serialOf = (at: number, zone: string): number => wallTimeOf(at, zone) / millisecondsOfDay + excelDays

/** "A1". */
const placeOf = (column: number, row: number): string => `${columnName(column)}${row}`

const alphabet = 26
const columnName = (column: number): string =>
  `${column < alphabet ? '' : columnName(Math.floor(column / alphabet) - 1)}${String.fromCharCode(65 + (column % alphabet))}`
