import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PlaceOrderFields } from '../../../renderer/orders/PlaceOrderFields'
import { supporterErrors } from '../../../renderer/orders/placeOrderValues'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { minor } from '../../../shared/money'
import { ok, refuse, type Result } from '../../../shared/result'
import { aCampaign, aProduct, aTally, blackId, campaignId, midway } from '../../shared/builders'
import { aSupporter } from '../../shared/orderBuilders'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'
import { write } from '../write'

const view: CampaignView = {
  campaign: aCampaign({ perSupporterLimit: 4 }),
  state: 'live',
  tally: aTally(),
  productName: 'Mi Selfie Stick Tripod',
}
const quote = {
  listPrice: minor(109_900),
  unitPrice: minor(109_900),
  total: minor(109_900),
  offerName: null,
  payBy: midway,
}
const product = { product: aProduct({ variants: [{ id: blackId, name: 'Black' }] }) }

const answering = (placed: Result<unknown>) =>
  aBridge(async ({ name }) => (name === 'orders.place' ? placed : ok(name === 'orders.quote' ? quote : product)))

async function fillIn() {
  await write(/^Name/u, 'Asha Rao')
  await write(/^Phone/u, '98450 12345')
  await write(/^Address(?!,)/u, '12 Church Street')
  await write(/^PIN code/u, '560 001')
  await write(/^City/u, 'Bengaluru')
  await press('Place the order — ₹1,099 to pay')
}

const form = (onPlaced: (placed: unknown) => void = () => undefined) => (
  <PlaceOrderFields campaigns={[view]} campaignId={null} onPlaced={onPlaced} onClose={() => undefined} />
)

test('an order is placed at the price that was shown, with phone and postal code the way they are kept', async () => {
  const { asked } = answering(ok({ id: 'o0000000001', number: '100001-7', payBy: midway }))
  const placed: unknown[] = []
  shown(form((order) => placed.push(order)))
  await fillIn()
  await expect.poll(() => placed).toMatchObject([{ number: '100001-7', payBy: midway, total: 109_900 }])
  expect(asked.find(({ name }) => name === 'orders.place')?.input).toMatchObject({
    campaignId,
    variantId: blackId,
    units: 1,
    total: 109_900,
    supporter: { phone: '+919845012345', address: { postalCode: '560001' } },
  })
})

test('a limit that only the main process knows of is said at the units', async () => {
  answering(
    refuse('beyond-limit', 'One supporter may order at most 4 units; this phone number already has 4 units.', 'units'),
  )
  shown(form())
  await fillIn()
  const said = await screen.findByText(/this phone number already has 4 units/u)
  const units = screen.getByLabelText(/^Units/u)
  expect(units.getAttribute('aria-invalid')).toBe('true')
  expect(units.getAttribute('aria-describedby')?.split(' ')).toContain(said.id)
})

test('everything that is wrong with a supporter is said at once, each at its field', () => {
  const nobody = aSupporter({
    name: ' ',
    phone: '12345',
    email: 'asha@',
    address: { line1: '', line2: '', city: 'Bengaluru', region: '', postalCode: '012345' },
  })
  expect(Object.keys(supporterErrors(nobody, 'IN')).sort()).toEqual([
    'supporter.address.line1',
    'supporter.address.postalCode',
    'supporter.email',
    'supporter.name',
    'supporter.phone',
  ])
  expect(supporterErrors(aSupporter(), 'IN')).toEqual({})
})
