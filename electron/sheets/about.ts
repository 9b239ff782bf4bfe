import { textCell, type Cell } from '../../shared/cell'
import { fullTime, shortDay, timeOfDay, type Instant, type Zone } from '../../shared/time'
import type { ListSheet } from './listSheet'
import type { Sheet } from './sheet'

export interface Exporter {
  readonly shopName: string
  readonly name: string
  readonly at: Instant
  /** Whose clock says when it was made. */
  readonly zone: Zone
}

/** What a list in a file is: which filters, how many rows, of when and by whom. */
export function aboutSheet({ name, words, heads, zones, total }: ListSheet, by: Exporter): Sheet {
  const lines: readonly (readonly [string, string])[] = [
    ['What', name],
    ['Shop', by.shopName],
    ...(words.length === 0 ? [['Filter', 'none'] as const] : words.map((each) => ['Filter and order', each] as const)),
    ...(total === null ? [] : [['Rows', String(total)] as const]),
    ['Columns', heads.join(', ')],
    ['Times are those of', zones.join(', ')],
    ['As of', fullTime(by.at, by.zone)],
    ['By', by.name],
  ]
  const rows: readonly (readonly Cell[])[] = lines.map(([left, right]) => [textCell(left), textCell(right)])
  return {
    name: 'About',
    heads: ['This file', ''],
    rows: (async function* () {
      yield rows
    })(),
  }
}

/** Systems take 255 bytes; people read less. */
const longestName = 120

/** "Orders, State paid, newest first, 20 Apr 2018 18.02.csv": the name of a file that says what is in it. */
export function fileNameFor(
  { name, words }: Pick<ListSheet, 'name' | 'words'>,
  { at, zone }: Exporter,
  extension: string,
): string {
  const made = `${shortDay(at, zone)} ${timeOfDay(at, zone).slice(0, 5).replace(':', '.')}`
  const plain = [name, ...words].map((word) =>
    word
      .replace(/: /gu, ' ')
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
      .trim(),
  )
  const said = plain.join(', ')
  const kept = said.length > longestName ? `${said.slice(0, longestName).toWellFormed()}…` : said
  return `${kept}, ${made}.${extension}`
}
