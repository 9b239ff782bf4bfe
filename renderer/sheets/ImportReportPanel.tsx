import { Button } from '@mantine/core'
import { importFields } from '../../shared/sheets/importFields'
import type { ImportReport, RowProblem } from '../../shared/sheets/requests'
import { ask } from '../api'
import type { Column } from '../ui/column'
import { CopyButton } from '../ui/CopyButton'
import { counted, grouped, orderCount, unitCount } from '../ui/counts'
import { DataTable } from '../ui/DataTable'
import { Facts } from '../ui/Facts'
import { Money } from '../ui/Money'
import { notifySaved } from '../ui/notify'
import { Panel } from '../ui/Panel'
import classes from './imports.module.css'

interface ImportReportPanelProps {
  readonly report: ImportReport
  readonly busy: boolean
  readonly onImport: (orders: number) => void
  readonly onProblem: (error: unknown) => void
}

const columnOf = ({ column, field }: RowProblem): string => column ?? (field === null ? '' : importFields[field].label)

const columns: readonly Column<RowProblem>[] = [
  { id: 'line', head: 'Line', width: '84px', align: 'right', cell: ({ line }) => grouped(line) },
  { id: 'column', head: 'Column', width: 'minmax(120px, 1fr)', cell: columnOf },
  { id: 'what', head: 'What to do', width: 'minmax(320px, 4fr)', cell: ({ what }) => what },
]

const asText = (problems: readonly RowProblem[]): string =>
  problems.map((problem) => `Line ${problem.line}\t${columnOf(problem)}\t${problem.what}`).join('\n')

/** What an import would come to, row by row where something is wrong. */
export function ImportReportPanel({ report, busy, onImport, onProblem }: ImportReportPanelProps) {
  const { rows, bad, known, ready, paid, late, campaigns, problems } = report
  const save = async () => {
    try {
      const saved = await ask('sheets.saveProblems', {})
      if (saved !== null) notifySaved(`The problems are in ${saved.file}.`)
    } catch (error) {
      onProblem(error)
    }
  }
  return (
    <Panel
      title={bad > 0 ? 'Nothing can be imported yet' : 'What would come'}
      side={
        <Button size="xs" disabled={busy || bad > 0 || ready === 0} onClick={() => onImport(ready)}>
          Import {orderCount(ready)}
        </Button>
      }
    >
      <div className={classes.stack} role="status">
        <Facts
          of={[
            ['Rows', grouped(rows)],
            ['With a problem', bad > 0 && `${grouped(bad)}: mend them in the file, then try every row again`],
            ['Here already', known > 0 && `${orderCount(known)}, which stay as they are`],
            ['Would come', `${orderCount(ready)}, of which ${grouped(paid)} paid in time`],
            ['Late money', late > 0 && `${orderCount(late)} paid too late: the money is owed back`],
            ...campaigns.map(
              ({ label, orders, units, amount, currency }) =>
                [
                  label,
                  <>
                    {orderCount(orders)}, {unitCount(units)}, <Money amount={amount} currency={currency} />
                  </>,
                ] as const,
            ),
          ]}
        />
      </div>
      {problems.length > 0 && (
        <>
          <div className={classes.problemsHead}>
            <span>{counted(problems.length, 'problem')}</span>
            <CopyButton value={asText(problems)} what="problems" />
            <Button variant="default" size="compact-sm" onClick={() => void save()}>
              Save as CSV
            </Button>
          </div>
          <DataTable
            ariaLabel="Problems"
            columns={columns}
            rows={problems}
            rowKey={({ line, field, what }) => `${line} ${field ?? ''} ${what}`}
            maxHeight={420}
            empty={null}
          />
        </>
      )}
    </Panel>
  )
}
