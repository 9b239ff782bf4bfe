import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { OrderId } from '../../../shared/ids'
import { formatMoney, type Currency, type Minor } from '../../../shared/money'
import { verdicts, type JudgedLine, type MissingPayment } from '../../../shared/reports/reconcile/reconcile'
import type { ReconcileReport } from '../../../shared/reports/reconcile/requests'
import { ask } from '../../api'
import { ExportMenu } from '../../sheets/ExportMenu'
import { dayWords } from '../../ui/chart/chartWords'
import { counted, grouped } from '../../ui/counts'
import { Facts } from '../../ui/Facts'
import { Money } from '../../ui/Money'
import { Nothing } from '../../ui/Nothing'
import { Panel } from '../../ui/Panel'
import { spanWords } from '../periodWords'
import classes from './money.module.css'

/** What a settlement file came to: its sums, the lines to look at, and what it should have covered. */
export function ReconcileReportView({ report }: { readonly report: ReconcileReport }) {
  const { counts, lines, missing, missingCount, currency, range } = report
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0)
  const matching = counts.matches
  return (
    <>
      <Panel
        title={`${grouped(matching)} of ${counted(all, 'line')} match, ${formatMoney(report.totals.net, currency)} settled`}
        side={
          <ExportMenu
            row="line"
            total={all + missingCount}
            run={(format) => ask('sheets.exportReconciliation', { format })}
          />
        }
      >
        <Sums report={report} />
      </Panel>
      <Panel title={all === matching ? 'Every line matches' : `${counted(all - matching, 'line')} to look at`} flush>
        {lines.length > 0 && <Lines lines={lines} currency={currency} />}
        {all - matching > lines.length && <Beyond shown={lines.length} />}
      </Panel>
      <Panel title={missingTitle(report)} flush>
        {missing.length > 0 && <Missing missing={missing} currency={currency} />}
        {missingCount > missing.length && <Beyond shown={missing.length} />}
        <Text className={classes.quiet} p="8px 16px">
          {range === null
            ? 'The file tells no dates of settlement, so what it should have covered cannot be told.'
            : `Captured two working days before what the file settles: ${spanWords({ from: range.first, to: range.last })}. Bank holidays are no working days.`}
        </Text>
      </Panel>
    </>
  )
}

function missingTitle({ missingCount, range }: ReconcileReport): string {
  if (range === null) return 'Payments that are missing: not known'
  return missingCount === 0 ? 'No payment is missing' : `${counted(missingCount, 'payment')} missing in the file`
}

const Beyond = ({ shown }: { readonly shown: number }) => (
  <Text className={classes.quiet} p="8px 16px">
    The first {grouped(shown)} are shown; the export has all of them.
  </Text>
)

function Sums({ report: { totals, counts, currency } }: { readonly report: ReconcileReport }) {
  const money = (amount: Minor): string => formatMoney(amount, currency, 'always')
  const where = (amount: Minor, lines: number): string | false =>
    lines > 0 && `${money(amount)}, ${counted(lines, 'line')}`
  return (
    <div className={classes.sums}>
      <Facts
        of={[
          ['Payments, gross', money(totals.payments)],
          ['Refunds', money(totals.refunds)],
          ['Adjustments', totals.adjustments !== 0 && money(totals.adjustments)],
          ['Fees', money(totals.fees)],
          ['Tax on fees', money(totals.tax)],
          ['Settled, net', money(totals.net)],
        ]}
      />
      <Facts
        of={[
          ['On record for its lines', money(totals.recorded)],
          ['Differences of amounts', where(totals.differing, counts['amount differs'])],
          ['Not on record', where(totals.unknown, counts.unknown)],
          ['Twice in the file', where(totals.twice, counts.twice)],
        ]}
      />
    </div>
  )
}

interface LinesProps {
  readonly lines: readonly JudgedLine[]
  readonly currency: Currency
}

function Lines({ lines, currency }: LinesProps) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Lines to look at">
      <Table className={classes.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Line</Table.Th>
            <Table.Th scope="col">Verdict</Table.Th>
            <Table.Th scope="col">Reference</Table.Th>
            <Table.Th scope="col" ta="right">
              In the file
            </Table.Th>
            <Table.Th scope="col" ta="right">
              On record
            </Table.Th>
            <Table.Th scope="col">Order</Table.Th>
            <Table.Th scope="col">What it is</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ line, verdict, says, read, recorded, orderId, orderNumber }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{verdict}</Table.Td>
              <Table.Td className={classes.name}>{read?.reference ?? <Nothing what="not read" />}</Table.Td>
              <Table.Td ta="right">
                {read === null ? (
                  <Nothing what="not read" />
                ) : (
                  <Money amount={read.amount} currency={currency} always />
                )}
              </Table.Td>
              <Table.Td ta="right">
                {recorded === null ? <Nothing what="none" /> : <Money amount={recorded} currency={currency} always />}
              </Table.Td>
              <Table.Td>
                <OrderLink id={orderId} number={orderNumber} />
              </Table.Td>
              <Table.Td className={classes.name}>{says}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function OrderLink({ id, number }: { readonly id: OrderId | null; readonly number: string | null }) {
  if (id === null) return <Nothing what="no order" />
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: id }} {...props} />}>
      {number}
    </Anchor>
  )
}

interface MissingProps {
  readonly missing: readonly MissingPayment[]
  readonly currency: Currency
}

function Missing({ missing, currency }: MissingProps) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Payments missing in the file">
      <Table className={classes.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Order</Table.Th>
            <Table.Th scope="col">Reference</Table.Th>
            <Table.Th scope="col" ta="right">
              Amount
            </Table.Th>
            <Table.Th scope="col">Expected on</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {missing.map(({ orderId, orderNumber, reference, amount, expectedOn }) => (
            <Table.Tr key={`${orderId} ${reference}`}>
              <Table.Td>
                <OrderLink id={orderId} number={orderNumber} />
              </Table.Td>
              <Table.Td className={classes.name}>{reference}</Table.Td>
              <Table.Td ta="right">
                <Money amount={amount} currency={currency} always />
              </Table.Td>
              <Table.Td>{dayWords(expectedOn)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
