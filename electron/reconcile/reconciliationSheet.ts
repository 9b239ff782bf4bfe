import { countCell, moneyCell, textCell, type Cell } from '../../shared/cell'
import { marketFacts } from '../../shared/campaigns/market'
import type { ListSheet } from '../sheets/listSheet'
import type { FullReport } from './reconciliations'

/** The report line by line, and behind it the payments that no line covers. */
export function reconciliationSheet({ file, report, lines, missing }: FullReport): ListSheet {
  const { market, currency, unit, range } = report
  const words = [
    file,
    marketFacts[market].name,
    ...(range === null ? [] : [`settled ${range.first} to ${range.last}`]),
    `amounts in ${unit} units`,
    'nothing was changed',
  ]
  const money = `(${currency})`
  const rows: readonly (readonly Cell[])[] = [
    ...lines.map(({ line, verdict, says, read, recorded, orderNumber }): readonly Cell[] => [
      countCell(line),
      textCell(verdict),
      textCell(read?.kind ?? null),
      textCell(read?.reference ?? null),
      textCell(orderNumber),
      read === null ? null : moneyCell(read.amount, currency),
      recorded === null ? null : moneyCell(recorded, currency),
      read === null ? null : moneyCell(read.fee, currency),
      read === null ? null : moneyCell(read.tax, currency),
      read === null ? null : moneyCell(read.net, currency),
      textCell(read?.settledOn ?? null),
      textCell(read?.settlement ?? null),
      textCell(says),
    ]),
    ...missing.map(({ reference, orderNumber, amount, expectedOn }): readonly Cell[] => [
      null,
      textCell('not in the file'),
      textCell('payment'),
      textCell(reference),
      textCell(orderNumber),
      null,
      moneyCell(amount, currency),
      null,
      null,
      null,
      null,
      null,
      textCell(`Expected on ${expectedOn}.`),
    ]),
  ]
  return {
    name: 'Reconciliation',
    words,
    impersonal: words,
    zones: [marketFacts[market].zone],
    heads: [
      'Line',
      'Verdict',
      'Type',
      'Reference',
      'Order',
      `In the file ${money}`,
      `On record ${money}`,
      `Fee ${money}`,
      `Tax ${money}`,
      `Net ${money}`,
      'Settled',
      'Settlement',
      'What it is',
    ],
    total: rows.length,
    rows: (progress) => inSlices(rows, progress),
  }
}

const sliceLength = 500

async function* inSlices(
  rows: readonly (readonly Cell[])[],
  progress: (done: number, total: number) => void,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let from = 0; from < rows.length; from += sliceLength) {
    progress(from, rows.length)
    yield rows.slice(from, from + sliceLength)
  }
}
