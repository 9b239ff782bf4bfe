import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { paymentModes, type PaymentMode } from '../../../shared/campaigns/paymentMode'
import { currencies, formatMoney } from '../../../shared/money'
import {
  openRefundStates,
  refundAgeIds,
  refundAgeWords,
  type OpenRefundState,
  type RefundAges,
} from '../../../shared/refunds/age'
import { Nothing } from '../../ui/Nothing'
import classes from './money.module.css'

const stateWords: Readonly<Record<OpenRefundState, string>> = { owed: 'Owed', sent: 'Sent', failed: 'Failed' }

/** Open refunds by state and mode, a column an age; each number leads to the refunds that it counts. */
export function RefundAgesTable({ cells }: { readonly cells: readonly RefundAges[] }) {
  if (cells.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        No refund is owed, on its way or failed.
      </Text>
    )
  const lines = openRefundStates.flatMap((state) =>
    paymentModes.flatMap((mode) => (cells.some((cell) => isOf(cell, state, mode)) ? [{ state, mode }] : [])),
  )
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Open refunds by age">
        <Table className={classes.figures}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">State</Table.Th>
              <Table.Th scope="col">Payment mode</Table.Th>
              {refundAgeIds.map((age) => (
                <Table.Th key={age} scope="col" ta="right">
                  {refundAgeWords[age]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ state, mode }) => (
              <Table.Tr key={`${state} ${mode}`}>
                <Table.Td>{stateWords[state]}</Table.Td>
                <Table.Td>{mode}</Table.Td>
                {refundAgeIds.map((age) => (
                  <Table.Td key={age} ta="right">
                    <Cell cell={cells.find((cell) => isOf(cell, state, mode) && cell.age === age)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text className={classes.quiet} p="8px 16px">
        Owed and failed: calendar days since they became owed. Sent: working days since then, bank holidays left out.
        All markets.
      </Text>
    </>
  )
}

const isOf = (cell: RefundAges, state: OpenRefundState, mode: PaymentMode): boolean =>
  cell.state === state && cell.mode === mode

function Cell({ cell }: { readonly cell: RefundAges | undefined }) {
  if (cell === undefined) return <Nothing what="none" />
  const { state, mode, age, refunds, amounts } = cell
  return (
    <>
      <Anchor
        size="sm"
        underline="always"
        aria-label={`${refunds} ${state}, ${mode}, ${refundAgeWords[age]}`}
        renderRoot={(props) => <Link to="/refunds" search={{ states: [state], mode, age }} {...props} />}
      >
        {refunds}
      </Anchor>
      {currencies.map((currency) => {
        const amount = amounts[currency]
        return (
          amount !== undefined && (
            <span key={currency} className={classes.small}>
              {' · '}
              {formatMoney(amount, currency)}
            </span>
          )
        )
      })}
    </>
  )
}
