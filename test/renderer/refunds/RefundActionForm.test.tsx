import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RefundActionForm } from '../../../renderer/refunds/RefundActionForm'
import { legalActions } from '../../../renderer/refunds/RefundRowActions'
import { refundRow } from '../../../shared/refunds/refundRow'
import type { RefundState } from '../../../shared/orders/order'
import { ok, refuse } from '../../../shared/result'
import { hour, later } from '../../../shared/time'
import { aCampaign } from '../../shared/builders'
import { aPaidOrder, aRefund, paidAt } from '../../shared/orderBuilders'
import { aBridge } from '../aBridge'
import { press, pressTwice } from '../press'
import { shown } from '../shown'
import { write } from '../write'

const refund = aRefund()
const row = refundRow(
  aPaidOrder({ refunds: [refund] }),
  refund,
  { campaign: aCampaign(), productName: 'Mi Selfie Stick Tripod', batches: new Map(), holidays: [] },
  later(paidAt, hour),
)

test('a refund is sent under the identity it has had from the start, once', async () => {
  const { asked } = aBridge(async () => ok({ refundId: refund.id }))
  let done = 0
  shown(<RefundActionForm row={row} action="send" onDone={() => (done += 1)} />)
  await screen.findByText(new RegExp(refund.key, 'u'))
  await write(/^Gateway reference/u, 'rfnd_51')
  await pressTwice('Note ₹1,099 as sent')
  await expect.poll(() => done).toBeGreaterThan(0)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ name: 'refunds.send', input: { refundId: refund.id, reference: 'rfnd_51' } })
})

test('a payment that the gateway no longer takes back asks for the reference of a transfer', async () => {
  shown(<RefundActionForm row={{ ...row, route: 'bank transfer' }} action="send" onDone={() => undefined} />)
  await screen.findByLabelText(/^Transfer reference/u)
})

test('a refusal stands at the field that it is about', async () => {
  aBridge(async () => refuse('invalid-input', 'At most 80 characters.', 'bankReference'))
  shown(<RefundActionForm row={row} action="settle" onDone={() => undefined} />)
  await write(/^Bank reference/u, 'RRN 810212')
  await press('Note ₹1,099 as settled')
  await screen.findByText('At most 80 characters.')
  expect(screen.getByLabelText(/^Bank reference/u).getAttribute('aria-invalid')).toBe('true')
})

test('each state offers exactly the steps that lead on from it', () => {
  const offered = (state: RefundState) => legalActions({ ...row, state }, paidAt)
  expect(offered('owed')).toEqual(['send'])
  expect(offered('sent')).toEqual(['settle', 'fail'])
  expect(offered('failed')).toEqual(['retry'])
  expect(offered('settled')).toEqual([])
})

test('a refund that waits can only be released, until its time is over', () => {
  const waiting = { ...row, heldUntil: later(paidAt, hour) }
  expect(legalActions(waiting, later(paidAt, hour))).toEqual(['release'])
  expect(legalActions(waiting, later(paidAt, hour + 1))).toEqual(['send'])
})
