import { marketFacts } from '../../shared/campaigns/market'
import type { ChartColumnKind } from '../../shared/reports/chartTable'
import type { CompareReport, CompareRow } from '../../shared/reports/compare/compare'
import { dayWords, shareWords } from '../ui/chart/chartWords'
import { counted } from '../ui/counts'

/** What the comparison's values are. */
export function compareKind({ measure, currency }: CompareReport): ChartColumnKind {
  if (measure === 'target') return { kind: 'share' }
  return measure === 'money' && currency !== null ? { kind: 'money', currency } : { kind: 'count', unit: 'unit' }
}

/** Tells campaigns of one product apart: "Mi Selfie Stick Tripod", "Mi Selfie Stick Tripod, from 12 Apr 2018". */
export function compareNames(rows: readonly CompareRow[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>()
  for (const { productName } of rows) times.set(productName, (times.get(productName) ?? 0) + 1)
  return new Map(
    rows.map(({ id, productName, startedOn }) => [
      id,
      times.get(productName) === 1 ? productName : `${productName}, from ${dayWords(startedOn)}`,
    ]),
  )
}

/** "8 of 41 campaigns, the furthest at 163 % of its target", "No campaign fits". */
export function compareTitle({ rows, lines }: CompareReport): string {
  const furthest = rows.reduce<CompareRow | null>(
    (most, row) => ((row.share ?? 0) > (most?.share ?? -1) ? row : most),
    null,
  )
  if (furthest === null) return 'No campaign fits'
  const all = counted(rows.length, 'campaign')
  const said = lines.length === rows.length ? all : `${lines.length} of ${all}`
  return `${said}; ${furthest.productName} came furthest, ${shareWords(furthest.share, 1)} of its target`
}

/** "Apr–Jun 2018" of "2018-Q2". */
export function seasonWords(season: string): string {
  const months = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'][Number(season.slice(-1)) - 1]
  return `${months ?? ''} ${season.slice(0, 4)}`
}

export const marketName = (market: CompareRow['market']): string => marketFacts[market].name
