import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RecordPaymentDialog } from '../../../renderer/orders/RecordPaymentDialog'
import type { Order, OrderState } from '../../../shared/orders/order'
import type { OrderView } from '../../../shared/orders/requests'
import { hour, instant, later } from '../../../shared/time'
import { aCampaign, aTally } from '../../shared/builders'
import { anOrder, aPaidOrder } from '../../shared/orderBuilders'
import { buttonSaying } from '../press'
import { shown } from '../shown'

const now = instant(Date.now())
const running = aCampaign({ startsAt: later(now, -hour), launchedAt: later(now, -hour), endsAt: later(now, hour) })

const aView = (order: Order, state: OrderState): OrderView => ({
  order,
  state,
  campaign: { campaign: running, state: 'live', tally: aTally(), productName: 'Mi Selfie Stick Tripod' },
  productName: 'Mi Selfie Stick Tripod',
  variantName: 'Black',
  others: [],
})

const payable = { placedAt: now, payBy: later(now, hour / 2) }

test('an order that can be paid in time shows exactly what is due and that it will count', async () => {
  shown(
    <RecordPaymentDialog
      view={aView(anOrder({ ...payable, units: 2 }), 'awaiting payment')}
      onClose={() => undefined}
    />,
  )
  await screen.findByText(/^In time: .* exactly ₹2,198/u)
  expect(screen.getByLabelText(/^Amount/u)).toHaveProperty('value', '₹2,198')
})

test('money after the payment window is named late and owed back before it is recorded', async () => {
  const order = anOrder({ placedAt: later(now, -hour), payBy: later(now, -hour / 2) })
  shown(<RecordPaymentDialog view={aView(order, 'lapsed')} onClose={() => undefined} />)
  await screen.findByText(
    /^Late money: the order could be paid until .*₹1,099 does not count and is owed back in full/u,
  )
  await buttonSaying('Record late money — ₹1,099 owed back')
})

test('a second payment is late money of an amount that nobody can know before', async () => {
  shown(<RecordPaymentDialog view={aView(aPaidOrder(payable), 'paid')} onClose={() => undefined} />)
  await screen.findByText(/^Late money: the order is paid already/u)
  expect(screen.getByLabelText(/^Amount/u)).toHaveProperty('value', '')
})
