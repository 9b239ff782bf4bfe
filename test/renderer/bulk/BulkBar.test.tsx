import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { BulkBar, type AskedScope } from '../../../renderer/bulk/BulkBar'
import type { Rehearsal } from '../../../shared/bulk/requests'
import { id, type BulkJobId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { everyOrder } from '../../../shared/orders/requests'
import { ok, refuse } from '../../../shared/result'
import { firstSupportSettings } from '../../../shared/settings/settings'
import { midway } from '../../shared/builders'
import { aBridge } from '../aBridge'
import { choose } from '../choose'
import { press, pressTwice } from '../press'
import { shown } from '../shown'

const { sort: _sort, descending: _descending, offset: _offset, ...every } = everyOrder
const scope: AskedScope = { kind: 'matching', filter: { ...every, states: ['paid'] }, except: [] }

const rehearsal: Rehearsal = {
  id: id<BulkJobId>('job-cancel'),
  at: midway,
  orders: 1000,
  possible: 998,
  owed: [{ currency: 'INR', amount: minor(109_680_200) }],
  reasons: [{ message: 'This order has been shipped: it can no longer be cancelled.', orders: 2 }],
  belowTarget: [{ productName: 'Mi Selfie Stick Tripod', reached: 180, target: 200, currency: null }],
}

function bar(answers: Readonly<Record<string, unknown>>) {
  const known = { 'settings.support': ok(firstSupportSettings), ...answers }
  const bridge = aBridge(async ({ name }) =>
    name in known ? known[name as keyof typeof known] : refuse('unknown', 'The test does not answer this.'),
  )
  shown(
    <BulkBar
      scope={scope}
      count={1000}
      total={1000}
      filters={['State: paid']}
      deeds={['ship', 'deliver', 'cancel']}
      onAll={() => {}}
      onClear={() => {}}
    />,
  )
  return bridge
}

async function toTheRehearsal(): Promise<void> {
  await press('Cancel orders…')
  await choose(/^Reason/u, 'Takes too long')
  await press('Rehearse')
  await screen.findByText('Cancel 998 orders — ₹10,96,802 owed back')
}

test('a bulk action shows the exact filter and its count before and in the rehearsal (givewp #2334)', async () => {
  const { asked } = bar({ 'bulk.rehearse': ok(rehearsal) })
  expect(await screen.findByText('All 1,000 orders that match State: paid')).toBeTruthy()
  await toTheRehearsal()
  expect(asked.find(({ name }) => name === 'bulk.rehearse')?.input).toEqual({
    scope,
    deed: { kind: 'cancel', reason: 'Takes too long', note: '' },
  })
  for (const fact of [
    '998 orders will be cancelled whole.',
    '₹10,96,802 in all will be owed back.',
    '2 orders will be left alone. This order has been shipped: it can no longer be cancelled.',
    'Mi Selfie Stick Tripod falls below its target: 180 units of 200 units.',
    'These are the 1,000 orders that match State: paid on 12 Apr, 12:00. What comes later is not among them.',
  ])
    expect(screen.getByText(fact)).toBeTruthy()
})

test('a double click starts a job once (saleor-dashboard #4474)', async () => {
  const { asked } = bar({ 'bulk.rehearse': ok(rehearsal), 'bulk.start': ok({ id: rehearsal.id }) })
  await toTheRehearsal()
  await pressTwice('Cancel 998 orders — ₹10,96,802 owed back')
  await waitFor(() => expect(asked.filter(({ name }) => name === 'bulk.start')).toHaveLength(1))
})

test('what refuses a rehearsal is said where it was asked for, and the fields are still there', async () => {
  bar({ 'bulk.rehearse': refuse('rehearsing', 'Another rehearsal is under way. Wait for it or stop it.') })
  await press('Ship…')
  fireEvent.change(await screen.findByLabelText(/^Carrier/u, { selector: 'input' }), { target: { value: 'DTDC' } })
  await press('Rehearse')
  expect(await screen.findByText('Another rehearsal is under way. Wait for it or stop it.')).toBeTruthy()
})
