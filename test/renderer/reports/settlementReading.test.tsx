import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SettlementReading } from '../../../renderer/reports/money/SettlementReading'
import type { ChosenSettlement } from '../../../shared/reports/reconcile/requests'
import { proposedColumns, type SettlementMapping } from '../../../shared/reports/reconcile/settlementFields'
import type { AmountUnit } from '../../../shared/reports/reconcile/settlementFile'
import { press } from '../press'
import { shown } from '../shown'

const header = ['Ref', 'Paid in']
const chosen: ChosenSettlement = {
  fileId: 'file-1',
  file: 'gateway.csv',
  header,
  rows: [['pay_1', '109900']],
  mapping: proposedColumns(header).mapping,
  known: false,
  remembered: false,
  unit: null,
}
const said: SettlementMapping = { ...chosen.mapping, entity: 'Ref', amount: 'Paid in' }

function readingShown(reading: {
  readonly mapping: SettlementMapping
  readonly unit: AmountUnit | null
  readonly saying: boolean
}) {
  const reconciled: AmountUnit[] = []
  const changes: object[] = []
  shown(
    <SettlementReading
      chosen={chosen}
      reading={{ market: 'IN', ...reading }}
      wrong={null}
      busy={false}
      tried={false}
      onChange={(change) => changes.push(change)}
      onReconcile={(unit) => reconciled.push(unit)}
    />,
  )
  return { reconciled, changes }
}
const button = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Reconcile' })

test('whether amounts are paise or rupees is not taken for granted: nothing is reconciled before it is said', async () => {
  readingShown({ mapping: said, unit: null, saying: true })
  expect((await button()).disabled).toBe(true)
  const units = screen.getAllByRole<HTMLInputElement>('radio')
  expect(units.map(({ checked }) => checked)).toEqual([false, false])
})

test.each([
  ['without a reference', { ...said, entity: null }],
  ['without an amount', { ...said, amount: null }],
])('nothing is reconciled %s', async (_what, mapping) => {
  readingShown({ mapping, unit: 'whole', saying: true })
  expect((await button()).disabled).toBe(true)
})

test('once all is said the file is reconciled as it was said', async () => {
  const { reconciled } = readingShown({ mapping: said, unit: 'whole', saying: true })
  await press('Reconcile')
  expect(reconciled).toEqual(['whole'])
})

test('columns that are known are shown on request alone', async () => {
  const { changes } = readingShown({ mapping: said, unit: 'whole', saying: false })
  expect(screen.queryByText('Column of the file')).toBeNull()
  await press('Columns')
  expect(changes).toEqual([{ saying: true }])
})
