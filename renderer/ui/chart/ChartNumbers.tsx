import { Anchor, Table } from '@mantine/core'
import { headOf, isMeasure, type ChartColumn, type ChartTable } from '../../../shared/reports/chartTable'
import { valueText } from './chartWords'
import classes from './ChartFrame.module.css'

interface ChartNumbersProps {
  readonly label: string
  readonly table: ChartTable
  readonly height: number
  readonly onOpen: ((row: number) => void) | undefined
  readonly cells: LeadingCells | undefined
}

/** Numbers that lead somewhere of their own, by the keys of their columns. */
export interface LeadingCells {
  readonly keys: readonly string[]
  readonly onOpen: (row: number, key: string) => void
}

/** A chart's numbers as a table; what is missing is a dash. Each row leads where its point does. */
export function ChartNumbers({ label, table: { columns, rows }, height, onOpen, cells }: ChartNumbersProps) {
  const opener = (column: ChartColumn, row: number, place: number): (() => void) | null => {
    if (place === 0) return onOpen === undefined ? null : () => onOpen(row)
    const known = rows[row]?.[place] ?? null
    return cells?.keys.includes(column.key) === true && known !== null ? () => cells.onOpen(row, column.key) : null
  }
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
                const open = opener(column, row, place)
                return (
                  <Table.Td key={column.key} data-number={isMeasure(column) || undefined}>
                    {open !== null ? (
                      <Anchor component="button" type="button" size="sm" onClick={open}>
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
