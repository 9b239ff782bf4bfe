import { Table } from '@mantine/core'
import type { StatementLine } from '../../shared/campaigns/campaign'
import type { Currency } from '../../shared/money'
import { Money } from '../ui/Money'
import classes from './settlement.module.css'

interface MoneyByModeProps {
  readonly lines: readonly StatementLine[]
  readonly total: Omit<StatementLine, 'mode'>
  readonly currency: Currency
}

const columns = ['captured', 'kept', 'owed', 'refunded'] as const

const heads: Readonly<Record<(typeof columns)[number], string>> = {
  captured: 'Captured',
  kept: 'Kept',
  owed: 'Owed',
  refunded: 'Refunded',
}

/** Money by payment mode and in total; decimals always, so that the columns can be added up by eye. */
export function MoneyByMode({ lines, total, currency }: MoneyByModeProps) {
  return (
    <Table className={classes.figures}>
      <caption className="out-of-sight">Money by payment mode</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Payment mode</Table.Th>
          <Table.Th scope="col" ta="right">
            Payments
          </Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} scope="col" ta="right">
              {heads[column]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.mode}>
            <Table.Th scope="row" fw={400}>
              {line.mode}
            </Table.Th>
            <Figures line={line} currency={currency} />
          </Table.Tr>
        ))}
        {lines.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={6} c="dimmed">
              No money arrived.
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr className={classes.total}>
          <Table.Th scope="row">Total</Table.Th>
          <Figures line={total} currency={currency} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

function Figures({ line, currency }: { readonly line: Omit<StatementLine, 'mode'>; readonly currency: Currency }) {
  return (
    <>
      <Table.Td ta="right">{line.payments}</Table.Td>
      {columns.map((column) => (
        <Table.Td key={column} ta="right">
          <Money amount={line[column]} currency={currency} always />
        </Table.Td>
      ))}
    </>
  )
}
