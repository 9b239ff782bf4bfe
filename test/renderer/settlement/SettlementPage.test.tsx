import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Proof } from '../../../renderer/settlement/Proof'
import { SettlementPage } from '../../../renderer/settlement/SettlementPage'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { minor } from '../../../shared/money'
import { ok, refuse } from '../../../shared/result'
import { previewSettlement } from '../../../shared/settlement/preview'
import type { Role } from '../../../shared/staff/account'
import { aCampaign, aCount, afterEnd, aTally, campaignId } from '../../shared/builders'
import { aSettlement } from '../../shared/settlementBuilder'
import { aBridge } from '../aBridge'
import { buttonSaying, press, pressTwice } from '../press'
import { shown } from '../shown'
import { write } from '../write'

const paid = aCount({ orders: 2, units: 3, amount: minor(329_700) })
const ended: CampaignView = {
  campaign: aCampaign(),
  state: 'ended, to be settled',
  productName: 'Mi Selfie Stick Tripod',
  tally: aTally({
    placed: paid,
    paid,
    net: paid,
    toShip: paid,
    byMode: {
      UPI: {
        payments: 2,
        captured: minor(329_700),
        owed: minor(0),
        sent: minor(0),
        settled: minor(0),
        failed: minor(0),
      },
    },
  }),
}

const thePage = (...held: readonly Role[]) =>
  shown(<SettlementPage />, { held, path: '/settlement/$campaignId', address: `/settlement/${campaignId}` })

const answering = (view: CampaignView, approved = refuse('wrong-password', 'This is not the password.', 'password')) =>
  aBridge(async ({ name }) => {
    if (name === 'settlement.approve') return approved
    return ok(name === 'settlement.preview' ? previewSettlement(view, afterEnd) : view)
  })

test('a manager approves exactly the numbers of the preview, with a password, once', async () => {
  const { asked } = answering(ended)
  thePage('manager')
  await press('Approve the settlement')
  await screen.findByText('Captured ₹3,297 = kept ₹0 + owed ₹3,297 + refunded ₹0.')
  expect(await buttonSaying('Settle as failed — ₹3,297 owed back')).toHaveProperty('disabled', true)
  await write(/^Password of Meera Iyer/u, 'a guess')
  await pressTwice('Settle as failed — ₹3,297 owed back')
  await screen.findByText('This is not the password.')
  const approvals = asked.filter(({ name }) => name === 'settlement.approve')
  expect(approvals).toHaveLength(1)
  expect(approvals[0]?.input).toMatchObject({ id: campaignId, outcome: 'failed', newlyOwed: 329_700 })
})

test('support sees that a settlement is open, but neither its preview nor its approval', async () => {
  const { asked } = answering(ended)
  thePage('support')
  await screen.findByText('Not decided yet')
  expect(screen.queryByRole('button', { name: /Approve/u })).toBeNull()
  expect(asked.map(({ name }) => name)).not.toContain('settlement.preview')
})

test('a run shows how far it has come from the facts of its campaign', async () => {
  const settlement = { ...aSettlement('failed', 'under way'), ordersToVoid: 500, ordersVoided: 300, batches: 1 }
  answering({ ...ended, state: 'settling', campaign: aCampaign({ settlement }) })
  thePage('support')
  const bar = await screen.findByRole('progressbar', { name: 'Orders voided' })
  expect(bar.getAttribute('aria-valuetext')).toBe('300 of 500 orders')
})

test('figures that do not add up are never shown as a proof', () => {
  const total = { payments: 1, captured: minor(100), kept: minor(0), owed: minor(99), refunded: minor(0) }
  shown(<Proof total={total} currency="INR" />)
  return screen.findByText(/Does not add up/u)
})
