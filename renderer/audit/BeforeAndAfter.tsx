import { Table, Text } from '@mantine/core'
import type { AuditRow } from '../../shared/audit/requests'
import classes from './BeforeAndAfter.module.css'

/** What an entry changed: each fact as it was and as it is since. */
export function BeforeAndAfter({ entry }: { readonly entry: AuditRow }) {
  if (entry.changes.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="sm">
        This changed no fact of a record.
      </Text>
    )
  }
  // A record that did not exist before has no column of its own for that.
  const existed = entry.changes.some(({ before }) => before !== null)
  return (
    <div className={classes.changes}>
      <Table withRowBorders={false} verticalSpacing={2} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="14%">Record</Table.Th>
            <Table.Th w="22%">Fact</Table.Th>
            {existed && <Table.Th>Before</Table.Th>}
            <Table.Th>{existed ? 'After' : 'New'}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entry.changes.map(({ record, fact, before, after }, index) => (
            <Table.Tr key={index}>
              <Table.Td>{record}</Table.Td>
              <Table.Td>{fact}</Table.Td>
              {existed && <Table.Td className={classes.value}>{before ?? <None />}</Table.Td>}
              <Table.Td className={classes.value}>{after ?? <None />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const None = () => (
  <Text span size="sm" c="dimmed">
    none
  </Text>
)
