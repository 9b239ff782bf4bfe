import { Anchor, Table } from '@mantine/core'
import { headOf, isMeasure, type ChartTable } from '../../../shared/reports/chartTable'
import { valueText } from './chartWords'
import classes from './ChartFrame.module.css'

interface ChartNumbersProps {
  readonly label: string
  readonly table: ChartTable
  readonly height: number
  readonly onOpen: ((row: number) => void) | undefined
}

/** A chart's numbers as a table; what is missing is a dash. Each row leads where its point does. */
export function ChartNumbers({ label, table: { columns, rows }, height, onOpen }: ChartNumbersProps) {
  return (
    <div
      className={classes.table}
      style={{ maxHeight: Math.max(height, 160) }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} scope="col" data-number={isMeasure(column) || undefined}>
                {headOf(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((values, row) => (
            <Table.Tr key={row}>
              {columns.map((column, place) => {
                const text = valueText(column, values[place] ?? null)
                return (
                  <Table.Td key={column.key} data-number={isMeasure(column) || undefined}>
                    {place === 0 && onOpen !== undefined ? (
                      <Anchor component="button" type="button" size="sm" onClick={() => onOpen(row)}>
                        {text}
                      </Anchor>
                    ) : (
                      text
                    )}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
