import { Notifications } from '@mantine/notifications'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CancelOrderDialog } from '../../../renderer/orders/CancelOrderDialog'
import { id, type CancellationId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import type { OrderView } from '../../../shared/orders/requests'
import { ok, refuse, type Result } from '../../../shared/result'
import { firstSupportSettings } from '../../../shared/settings/settings'
import { later, minute } from '../../../shared/time'
import { aCampaign, aCount, aTally, midway } from '../../shared/builders'
import { aPaidOrder } from '../../shared/orderBuilders'
import { aBridge } from '../aBridge'
import { choose } from '../choose'
import { buttonSaying, press, pressTwice } from '../press'
import { shown } from '../shown'
import { write } from '../write'

const order = aPaidOrder({ units: 3 })

function aView(units: number, fundedAt: typeof midway | null = null): OrderView {
  const net = aCount({ orders: units, units, amount: minor(109_900 * units) })
  return {
    order,
    state: 'paid',
    campaign: {
      campaign: aCampaign({ fundedAt }),
      state: fundedAt === null ? 'live' : 'funded',
      tally: aTally({ net }),
      productName: 'Mi Selfie Stick Tripod',
    },
    productName: 'Mi Selfie Stick Tripod',
    variantName: 'Black',
    others: [],
  }
}

const cancellationId = id<CancellationId>(`${order.id}-c1`)

/** The main process with the reasons and the time that every shop begins with. */
const answering = (reply: Result<unknown>) =>
  aBridge(async ({ name }) => (name === 'settings.support' ? ok(firstSupportSettings) : reply))

test('the button says what it does with the amount, and a double click does it once', async () => {
  const reply = { id: order.id, owed: minor(219_800), cancellationId, undoUntil: later(midway, 10 * minute) }
  const { asked } = answering(ok(reply))
  let closed = 0
  shown(<CancelOrderDialog view={aView(100)} onClose={() => (closed += 1)} />)
  await write(/^Units to cancel/u, '2')
  await choose(/^Reason/u, 'Changed their mind')
  await pressTwice('Cancel 2 units — ₹2,198 owed back')
  await waitFor(() => expect(closed).toBeGreaterThan(0))
  const [given, ...more] = asked.filter(({ name }) => name === 'orders.cancel')
  expect(more).toEqual([])
  expect(given?.input).toMatchObject({ id: order.id, units: 2, reason: 'Changed their mind' })
})

test('without a reason nothing can be cancelled', async () => {
  answering(ok(null))
  shown(<CancelOrderDialog view={aView(100)} onClose={() => undefined} />)
  expect(await buttonSaying('Cancel 3 units — ₹3,297 owed back')).toHaveProperty('disabled', true)
})

test('it says that a campaign which is not funded falls further below its target', async () => {
  answering(ok(null))
  shown(<CancelOrderDialog view={aView(100)} onClose={() => undefined} />)
  await screen.findByText(/further below its target: from 100 units \(50 %\) to 97 units \(48 %\) of 200 units/u)
})

test('it says that a bar falls below the target of a campaign that stays funded', async () => {
  answering(ok(null))
  shown(<CancelOrderDialog view={aView(201, midway)} onClose={() => undefined} />)
  await screen.findByText(/takes the bar below its target.*stays funded/u)
})

test('a refusal is shown at its field and the dialog stays', async () => {
  answering(refuse('units-unknown', 'Choose from 1 to 2 units to cancel.', 'units'))
  let closed = 0
  shown(<CancelOrderDialog view={aView(100)} onClose={() => (closed += 1)} />)
  await choose(/^Reason/u, 'Ordered twice')
  await press('Cancel 3 units — ₹3,297 owed back')
  await screen.findByText('Choose from 1 to 2 units to cancel.')
  expect(closed).toBe(0)
})

test('what was cancelled can be undone from the words that say so', async () => {
  const reply = { id: order.id, owed: minor(329_700), cancellationId, undoUntil: later(midway, 10 * minute) }
  const { asked } = answering(ok(reply))
  shown(
    <>
      <Notifications />
      <CancelOrderDialog view={aView(100)} onClose={() => undefined} />
    </>,
  )
  await screen.findByText(/It can be undone for 10 minutes/u)
  await choose(/^Reason/u, 'Ordered twice')
  await press('Cancel 3 units — ₹3,297 owed back')
  await press('Undo')
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('orders.undoCancel'))
  expect(asked.at(-1)?.input).toMatchObject({ id: order.id, cancellationId })
})
