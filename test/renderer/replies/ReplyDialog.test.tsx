import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ReplyDialog } from '../../../renderer/replies/ReplyDialog'
import { pressPageKey } from '../../../renderer/ui/pageKeys'
import { ok } from '../../../shared/result'
import { firstSupportSettings } from '../../../shared/settings/settings'
import { aCampaign, aTally } from '../../shared/builders'
import { aPaidOrder, aShipment } from '../../shared/orderBuilders'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'

const order = aPaidOrder({ shipment: aShipment() })
const view = {
  order,
  state: 'shipped',
  campaign: { campaign: aCampaign(), state: 'funded', tally: aTally(), productName: 'Tripod' },
  productName: 'Tripod',
  variantName: 'Black',
  others: [],
} as const

test('y opens the reply about what happened last, and Enter copies it as it is shown', async () => {
  aBridge(async ({ name }) =>
    ok(name === 'shop.status' ? { kind: 'open', shop: 'own', name: 'First season' } : firstSupportSettings),
  )
  const copied: string[] = []
  const writeText = async (text: string) => {
    copied.push(text)
  }
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  shown(
    <>
      <p>The order</p>
      <ReplyDialog view={view} />
    </>,
  )
  await screen.findByText('The order')
  act(() => expect(pressPageKey('y')).toBe(true))
  expect((await screen.findByRole('region', { name: 'The reply' })).textContent).toContain('Tracking number: BD123')
  await waitFor(() => expect(screen.getByRole('region', { name: 'The reply' }).textContent).toContain('First season'))
  fireEvent.click(screen.getByLabelText('Payment received'))
  await press('Copy the reply')
  await waitFor(() => expect(copied).toHaveLength(1))
  expect(copied[0]).toMatch(/^Hello Asha Rao,\n\nWe have received your payment of ₹1,099/u)
  Reflect.deleteProperty(navigator, 'clipboard')
})
