import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Verdict } from '../../../shared/refunds/batches/applyAnswer'
import type { ResultPreview } from '../../../shared/refunds/batches/requests'
import type { Column } from '../../ui/column'
import { grouped, refundCount } from '../../ui/counts'
import { DataTable } from '../../ui/DataTable'
import type { Tone } from '../../ui/tones'
import { ToneBadge } from '../../ui/ToneBadge'

type Result = Verdict | 'not readable'

const tones: Record<Result, Tone> = {
  settled: 'teal',
  failed: 'red',
  'on its way': 'blue',
  'already known': 'grey',
  'no answer': 'grey',
  'not in this batch': 'yellow',
  unclear: 'yellow',
  'amount differs': 'red',
  contradiction: 'red',
  'not readable': 'yellow',
}

interface ReportRow {
  readonly lines: readonly number[]
  readonly names: string
  readonly order: string | null
  readonly result: Result
  readonly means: string
}

const columns: readonly Column<ReportRow>[] = [
  {
    id: 'lines',
    head: 'Lines',
    width: '90px',
    cell: ({ lines }) => linesInWords(lines),
    sort: ({ lines }) => lines[0] ?? 0,
  },
  { id: 'names', head: 'Names', width: 'minmax(110px, 1fr)', cell: ({ names }) => names },
  { id: 'order', head: 'Order', width: '92px', cell: ({ order }) => order },
  {
    id: 'result',
    head: 'Result',
    width: '150px',
    cell: ({ result }) => <ToneBadge tone={tones[result]}>{result}</ToneBadge>,
    sort: ({ result }) => result,
  },
  {
    id: 'means',
    head: 'What it means',
    width: 'minmax(200px, 2fr)',
    cell: ({ means }) => <span title={means}>{means}</span>,
  },
]

const reportHeight = 320

interface ResultReportProps {
  readonly preview: ResultPreview
  readonly applied: boolean
}

/** What a result does, line by line and in sum. */
export function ResultReport({ preview, applied }: ResultReportProps) {
  const { unanswered } = preview
  const rows = useMemo(() => rowsOf(preview), [preview])
  const counts = new Map<Result, number>()
  for (const { result } of rows) counts.set(result, (counts.get(result) ?? 0) + 1)
  const words = Array.from(counts, ([result, count]) => `${grouped(count)} ${result}`)
  return (
    <>
      <Text size="sm" role="status">
        {applied ? 'Applied' : 'This file would do this'}: {words.length === 0 ? 'nothing' : words.join(', ')}.{' '}
        {unanswered > 0 && `${refundCount(unanswered)} of the batch are not in it and stay sent.`}
      </Text>
      <DataTable
        ariaLabel="The file line by line"
        columns={columns}
        rows={rows}
        rowKey={({ lines }) => String(lines[0])}
        maxHeight={reportHeight}
        empty={<Text size="sm">The file has no lines.</Text>}
      />
    </>
  )
}

const rowsOf = ({ answers, unread }: ResultPreview): readonly ReportRow[] => [
  ...unread.map(({ line, why }): ReportRow => ({
    lines: [line],
    names: '',
    order: null,
    result: 'not readable',
    means: why,
  })),
  ...answers.map(({ answer: { lines, subject }, verdict, says, orderNumber }): ReportRow => ({
    lines,
    names: subject,
    order: orderNumber,
    result: verdict,
    means: says,
  })),
]

const linesShown = 3

function linesInWords(lines: readonly number[]): string {
  const shown = lines.slice(0, linesShown).join(', ')
  return lines.length > linesShown ? `${shown} and ${grouped(lines.length - linesShown)} more` : shown
}
