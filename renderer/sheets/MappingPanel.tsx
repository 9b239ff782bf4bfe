import { Button, Select, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Mapping, SheetField, SheetFields } from '../../shared/sheets/fields'
import type { MappedFile } from '../../shared/sheets/requests'
import { Panel } from '../ui/Panel'
import classes from './imports.module.css'

type ShownFile = Pick<MappedFile<string>, 'file' | 'header' | 'rows' | 'remembered'>

interface MappingPanelProps<Id extends string> {
  readonly chosen: ShownFile
  readonly fields: SheetFields<Id>
  /** "storefronts": whose names for columns are known. */
  readonly knownFrom: string
  readonly mapping: Mapping<Id>
  /** The field that could not be read this way. */
  readonly wrong: string | null
  readonly busy: boolean
  /** What is done once the needed columns are said: "Try every row". */
  readonly next: string
  /** Whether all the rest that has to be said is said. */
  readonly ready: boolean
  /** The file was read this way: something else comes next. */
  readonly tried: boolean
  readonly onChange: (mapping: Mapping<Id>) => void
  readonly onNext: () => void
  /** What else there is to say before. */
  readonly children?: ReactNode
}

/** Which column of the file tells what, with what stands in its first rows. */
export function MappingPanel<Id extends string>(props: MappingPanelProps<Id>) {
  const { chosen, fields, knownFrom, mapping, wrong, busy, next, ready, tried, onChange, onNext, children } = props
  const fieldIds = Object.keys(fields) as Id[]
  const missing = fieldIds.some((field) => fields[field].needed && mapping[field] === null)
  return (
    <Panel
      title={`Columns of ${chosen.file}`}
      side={
        <Button size="xs" variant={tried ? 'default' : 'filled'} disabled={busy || missing || !ready} onClick={onNext}>
          {next}
        </Button>
      }
    >
      <p className={classes.quiet}>
        {chosen.remembered
          ? 'As the last file with these columns was read.'
          : `By what ${knownFrom} call them. What you choose is remembered for the next file with these columns.`}
      </p>
      <Table className={classes.mapping}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Here</Table.Th>
            <Table.Th>Column of the file</Table.Th>
            <Table.Th>What stands there</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fieldIds.map((field) => (
            <MappingRow
              key={field}
              field={fields[field]}
              chosen={chosen}
              head={mapping[field]}
              wrong={wrong === field}
              busy={busy}
              onChange={(head) => onChange({ ...mapping, [field]: head })}
            />
          ))}
        </Table.Tbody>
      </Table>
      {children}
    </Panel>
  )
}

interface MappingRowProps {
  readonly field: SheetField
  readonly chosen: ShownFile
  readonly head: string | null
  readonly wrong: boolean
  readonly busy: boolean
  readonly onChange: (head: string | null) => void
}

function MappingRow({ field, chosen: { header, rows }, head, wrong, busy, onChange }: MappingRowProps) {
  const { label, needed, help } = field
  const place = head === null ? -1 : header.indexOf(head)
  const samples = rows.flatMap((row) => (row[place] ?? '') || [])
  return (
    <Table.Tr>
      <Table.Td>
        {label}
        {needed && <span className={classes.needed}> needed</span>}
        {help !== undefined && <div className={classes.quiet}>{help}</div>}
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={`Column for ${label}`}
          data={[...header]}
          value={head}
          placeholder={needed ? 'Choose a column' : 'None'}
          clearable={!needed}
          clearButtonProps={{ 'aria-label': `No column for ${label}` }}
          searchable
          disabled={busy}
          error={wrong || (needed && head === null)}
          onChange={onChange}
        />
      </Table.Td>
      <Table.Td className={classes.samples}>{samples.join(' · ')}</Table.Td>
    </Table.Tr>
  )
}
