import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ratio } from '../../../shared/reports/chartTable'
import type { ReleasePart } from '../../../shared/reports/release/releaseReport'
import type { OrdersSearch } from '../../orders/search'
import { grouped } from '../../ui/counts'
import { Panel } from '../../ui/Panel'
import { shareWords } from './shareWords'
import classes from './releases.module.css'

interface PartsTableProps {
  readonly title: string
  /** What a part is: "Reason". */
  readonly head: string
  readonly parts: readonly ReleasePart[]
  readonly none: string
  /** The orders that a part is made of. */
  readonly behind: (key: string) => OrdersSearch
}

const mostShown = 8

/** The largest parts of a whole; what is beyond them is added up. */
export function PartsTable({ title, head, parts, none, behind }: PartsTableProps) {
  const shown = parts.length > mostShown + 1 ? parts.slice(0, mostShown) : parts
  const rest = parts.slice(shown.length)
  const all = parts.reduce((sum, { units }) => sum + units, 0)
  const restUnits = rest.reduce((sum, { units }) => sum + units, 0)
  return (
    <Panel title={title} flush>
      {parts.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {none}
        </Text>
      ) : (
        <Table className={classes.parts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{head}</Table.Th>
              <Table.Th scope="col" ta="right">
                Units
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Share
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ name, key, units, share }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400} className={classes.name}>
                  <Anchor size="sm" renderRoot={(props) => <Link to="/orders" search={behind(key)} {...props} />}>
                    {name === '' ? 'Not told' : name}
                  </Anchor>
                </Table.Th>
                <Table.Td ta="right">{grouped(units)}</Table.Td>
                <Table.Td ta="right">{shareWords(share)}</Table.Td>
              </Table.Tr>
            ))}
            {rest.length > 0 && (
              <Table.Tr>
                <Table.Th scope="row" fw={400}>
                  {rest.length} others
                </Table.Th>
                <Table.Td ta="right">{grouped(restUnits)}</Table.Td>
                <Table.Td ta="right">{shareWords(ratio(restUnits, all))}</Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
