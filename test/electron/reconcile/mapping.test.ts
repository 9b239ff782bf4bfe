import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RequestInput, RequestOutput } from '../../../shared/requests'
import { allowed, inIndia, refusedBy } from '../../shared/builders'
import {
  aLaunchedCampaign,
  anOffice,
  anOrder,
  aReadyProduct,
  done,
  password,
  pay,
  type TestOffice,
} from '../../journeys/anOffice'
import { allEntries } from '../audit/allEntries'

type Chosen = NonNullable<RequestOutput<'sheets.chooseSettlement'>>
type Asked = RequestInput<'sheets.reconcile'>

let shop: TestOffice
let file: string
/** The reference of the one payment on record. */
let reference: string

beforeEach(async () => {
  shop = await anOffice({ files: { newFile: async () => null, file: async () => file } })
  file = path.join(shop.folder, 'gateway.csv')
  const asker = shop.office.as(shop.manager)
  const productId = await aReadyProduct(asker)
  const campaignId = await aLaunchedCampaign(asker, productId)
  shop.clock.set(inIndia('2018-04-12T12:00:00'))
  const order = await anOrder(asker, campaignId, productId)
  await pay(asker, shop.clock, order)
  const view = allowed(await asker.ask('orders.one', { id: order.id }))
  reference = view?.order.payments[0]?.reference ?? ''
  allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))
})
afterEach(() => shop.end())

const known = 'entity_id,type,amount,settled_at'
const strange = 'Zahlung,Art,Brutto,Gebucht'
const byHand = { entity: 'Zahlung', kind: 'Art', amount: 'Brutto', settledAt: 'Gebucht' }

const write = (heads: string, ...more: readonly string[]) =>
  writeFile(
    file,
    [heads, `${reference},payment,1099.00,2018-04-16`, 'pay_stranger,payment,5.00,2018-04-16', ...more].join('\r\n'),
  )

async function choose(): Promise<Chosen> {
  const chosen = allowed(await shop.office.ask('sheets.chooseSettlement', {}))
  if (chosen === null) throw new Error('A file was chosen.')
  return chosen
}
const reconcile = ({ fileId, mapping }: Chosen, asked: Partial<Omit<Asked, 'mapping'>> = {}, said: object = {}) =>
  shop.office.ask('sheets.reconcile', {
    fileId,
    market: 'IN',
    unit: 'whole',
    ...asked,
    mapping: { ...mapping, ...said },
  })
const entries = async () => {
  const read = shop.office.shop?.store.read
  if (read === undefined) throw new Error('A shop is open.')
  return allEntries(read)
}

test('known names are read without asking, and leave nothing behind', async () => {
  await write(known)
  const before = await entries()
  const chosen = await choose()
  expect(chosen).toMatchObject({ known: true, remembered: false, unit: 'whole', header: known.split(',') })
  expect(allowed(await reconcile(chosen)).counts).toMatchObject({ matches: 1, unknown: 1 })
  expect(await entries()).toEqual(before)
})

test('a file under other names comes to the same once its columns are said, which is remembered with how amounts are written', async () => {
  await write(known)
  const expected = allowed(await reconcile(await choose()))
  await write(strange)
  const chosen = await choose()
  expect(chosen).toMatchObject({ known: false, remembered: false, unit: null, mapping: { amount: null } })
  expect(allowed(await reconcile(chosen, {}, byHand))).toEqual(expected)
  expect((await entries()).at(-1)).toMatchObject({
    action: 'sheets.mapSettlement',
    byName: 'Meera Iyer',
    changes: expect.arrayContaining([
      { record: 'Settlement file', fact: 'Amount', before: null, after: 'Brutto' },
      { record: 'Settlement file', fact: 'amounts', before: null, after: 'whole' },
    ]) as unknown,
  })

  await shop.restart()
  allowed(await shop.office.ask('session.signIn', { signInName: 'meera', password }))
  await write(strange)
  const before = (await entries()).length
  const again = await choose()
  expect(again).toMatchObject({ known: true, remembered: true, unit: 'whole', mapping: byHand })
  expect(allowed(await reconcile(again))).toEqual(expected)
  expect(await entries()).toHaveLength(before)
})

test('what is said otherwise the next time stands from then on, also for names that are known', async () => {
  await write(known)
  const chosen = await choose()
  allowed(await reconcile(chosen, {}, { settledAt: null }))
  expect(await choose()).toMatchObject({ remembered: true, mapping: { settledAt: null } })
  allowed(await reconcile(await choose(), {}, { settledAt: 'settled_at' }))
  expect(await choose()).toMatchObject({ remembered: true, mapping: { settledAt: 'settled_at' } })
})

test.each([
  ['a column is said twice', { ...byHand, fee: 'Brutto' }, 'mapping.fee'],
  ['a column is not in the file', { ...byHand, amount: 'amount' }, 'mapping.amount'],
  ['no amount is said', { ...byHand, amount: null }, 'mapping.amount'],
  ['no reference is said', { ...byHand, entity: null }, 'mapping.entity'],
])('where %s it is refused at its field, and nothing is remembered', async (_what, said, field) => {
  await write(strange)
  const before = await entries()
  expect(refusedBy(await reconcile(await choose(), {}, said))).toMatchObject({ field })
  expect(await entries()).toEqual(before)
  expect(await choose()).toMatchObject({ known: false })
})

test('a file that was changed meanwhile is refused where its columns are gone', async () => {
  await write(strange)
  const chosen = await choose()
  await write('A,B,C,D')
  expect(refusedBy(await reconcile(chosen, {}, byHand))).toMatchObject({ code: 'no-such-column' })
})

test('names that stand twice are told apart and asked for', async () => {
  await writeFile(file, `payment_id,amount,amount\r\n${reference},0,1099.00`)
  const chosen = await choose()
  expect(chosen).toMatchObject({
    known: false,
    header: ['payment_id', 'amount', 'amount (2)'],
    mapping: { amount: null },
  })
  expect(allowed(await reconcile(chosen, {}, { amount: 'amount (2)' })).counts).toMatchObject({ matches: 1 })
})

test('without how amounts are written, or as support, nothing is reconciled', async () => {
  await write(strange)
  const { fileId, mapping } = await choose()
  const unsaid = { fileId, market: 'IN', mapping: { ...mapping, ...byHand } }
  expect(refusedBy(await shop.office.answer('sheets.reconcile', unsaid)).code).toBe('invalid-input')
  const ravi = { signInName: 'ravi', name: 'Ravi Menon', roles: ['support' as const], password }
  await done(shop.office.as(shop.manager), 'staff.create', ravi)
  allowed(await shop.office.ask('session.signIn', { signInName: 'ravi', password }))
  expect(refusedBy(await shop.office.ask('sheets.chooseSettlement', {})).code).toBe('not-allowed')
})
