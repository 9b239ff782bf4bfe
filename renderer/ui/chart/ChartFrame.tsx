import { ActionIcon, Table, Title, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import classes from './ChartFrame.module.css'

interface ChartFrameProps {
  /** Says what is seen: "128 of 200 units, 3 days ahead of pace". */
  readonly title: string
  /** The same numbers as a table. */
  readonly table: { readonly heads: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] }
  readonly height?: number | undefined
  readonly legend?: ReactNode
  readonly children: ReactNode
}

/** A chart with a title that says what is seen, and its numbers as a table for whoever prefers or needs that. */
export function ChartFrame({ title, table, height = 240, legend, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const label = asTable ? 'Show as chart' : 'Show as table'
  return (
    <section className={classes.frame} aria-labelledby={titleId}>
      <div className={classes.head}>
        <Title order={2} size="h3" id={titleId}>
          {title}
        </Title>
        <Tooltip label={label}>
          <ActionIcon aria-label={label} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {asTable ? (
        <div className={classes.table} style={{ height }} tabIndex={0} role="region" aria-label={`${title}, table`}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {table.heads.map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.rows.map((cells, index) => (
                <Table.Tr key={index}>
                  {cells.map((cell, place) => (
                    <Table.Td key={place}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : (
        <>
          {legend}
          <div className={classes.chart} style={{ height }}>
            {children}
          </div>
        </>
      )}
    </section>
  )
}
