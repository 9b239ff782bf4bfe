import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ImportReportPanel } from '../../../renderer/sheets/ImportReportPanel'
import { MappingPanel } from '../../../renderer/sheets/MappingPanel'
import { guessMapping } from '../../../shared/sheets/fields'
import { importFields, type ImportMapping } from '../../../shared/sheets/importFields'
import type { ImportReport } from '../../../shared/sheets/requests'
import { press } from '../press'
import { shown } from '../shown'

const header = ['Order ID', 'Created at', 'Product name', 'Qty', 'Customer', 'Mobile', 'Address', 'City', 'Pincode']
const chosen = {
  fileId: 'file-1',
  file: 'storefront.csv',
  header,
  rows: [['SF-1', '2018-04-10 10:00', 'Tripod', '1', 'Asha', '98450', 'x', 'y', '560001']],
  mapping: guessMapping(importFields, header),
  remembered: false,
}
const report: ImportReport = { rows: 2, bad: 0, known: 0, ready: 2, paid: 1, late: 0, campaigns: [], problems: [] }

const mappingShown = (mapping: ImportMapping, rehearse: () => void) =>
  shown(
    <MappingPanel
      chosen={chosen}
      fields={importFields}
      knownFrom="storefronts"
      mapping={mapping}
      wrong={null}
      busy={false}
      next="Try every row"
      ready
      tried={false}
      onChange={() => undefined}
      onNext={rehearse}
    />,
  )

test('a file is not tried while a needed column is missing', async () => {
  mappingShown({ ...chosen.mapping, phone: null }, () => undefined)
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Try every row' })
  expect(button.disabled).toBe(true)
  expect(screen.getAllByLabelText('Column for Phone')[0]?.getAttribute('aria-invalid')).toBe('true')
})

test('what stands in the first rows is shown beside its column, and the file is tried', async () => {
  let tried = 0
  mappingShown(chosen.mapping, () => (tried += 1))
  await screen.findByText('SF-1')
  await press('Try every row')
  expect(tried).toBe(1)
})

test('all of a sound file can be imported', async () => {
  const imported: number[] = []
  shown(
    <ImportReportPanel
      report={report}
      busy={false}
      onImport={(orders) => imported.push(orders)}
      onProblem={() => undefined}
    />,
  )
  await press('Import 2 orders')
  expect(imported).toEqual([2])
})

test('nothing of a file with a problem can be, and each problem names line, column and what to do', async () => {
  const problems = [{ line: 3, field: 'phone' as const, column: 'Mobile', what: 'Write a mobile number.' }]
  shown(
    <ImportReportPanel
      report={{ ...report, bad: 1, ready: 1, problems }}
      busy={false}
      onImport={() => undefined}
      onProblem={() => undefined}
    />,
  )
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Import 1 order' })
  expect(button.disabled).toBe(true)
  await screen.findByText('1 problem')
  await screen.findByText('1: mend them in the file, then try every row again')
})
