import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../../shared/audit/describeChange'
import { minor } from '../../../shared/money'
import { cancelOrder } from '../../../shared/orders/cancelOrder'
import { aCampaign, aProduct, anActor, staffId } from '../builders'
import { aCancellation, aPaidOrder, aRefund, aSupporter, anEvent, anOrder, paidAt } from '../orderBuilders'

const said = (before: object | null, after: object | null) =>
  changesBetween('It', before, after).map(({ fact, before: was, after: is }) => [fact, was, is])

describe('what changed', () => {
  test('is told fact by fact, with what was there before', () => {
    const before = aProduct()
    const after = { ...before, name: 'Tripod', price: minor(99_950), shippingDays: null, revision: 2 }
    expect(changesBetween('Product Tripod', before, after)).toEqual([
      { record: 'Product Tripod', fact: 'name', before: 'Mi Selfie Stick Tripod', after: 'Tripod' },
      { record: 'Product Tripod', fact: 'price', before: '₹1,099', after: '₹999.50' },
      { record: 'Product Tripod', fact: 'shipping days', before: '10', after: null },
    ])
  })

  test('is nothing where nothing did', () => {
    expect(said(aCampaign(), structuredClone(aCampaign()))).toEqual([])
  })

  test('instants are told in UTC', () => {
    expect(said(aCampaign(), aCampaign({ fundedAt: paidAt }))).toEqual([['funded at', null, '2018-04-12 06:35:00 UTC']])
  })

  test('what is inside is named with where it is', () => {
    const calledOff = { at: paidAt, by: staffId, byName: 'Meera Iyer', reason: 'No parts' }
    expect(said(aCampaign(), aCampaign({ calledOff, shippingPromise: { days: 5, base: 'order' } }))).toEqual([
      ['shipping promise days', '10', '5'],
      ['called off at', null, '2018-04-12 06:35:00 UTC'],
      ['called off by', null, 'staff-meera'],
      ['called off by name', null, 'Meera Iyer'],
      ['called off reason', null, 'No parts'],
    ])
  })

  test('the same number in another currency is another amount', () => {
    expect(said({ price: 100, currency: 'INR' }, { price: 100, currency: 'CNY' })).toEqual([
      ['price', '₹1', '¥1'],
      ['currency', 'INR', 'CNY'],
    ])
  })

  test('a new record shows what it began with, without what is empty', () => {
    expect(said(null, { id: 'maker-one', name: 'iShot', about: null, tags: [], active: true })).toEqual([
      ['name', null, 'iShot'],
      ['active', null, 'yes'],
    ])
    expect(said({ name: 'iShot' }, null)).toEqual([['name', 'iShot', null]])
  })
})

describe('lists', () => {
  test('of words are told whole', () => {
    expect(said({ roles: ['support'] }, { roles: ['support', 'manager'] })).toEqual([
      ['roles', 'support', 'support, manager'],
    ])
  })

  test('of records tell what was added, removed and changed in place', () => {
    const order = aPaidOrder({ units: 2 })
    const ask = { units: 1, reason: 'Changed their mind', note: '', undoMinutes: 0 }
    const done = cancelOrder(order, aCampaign(), ask, anActor(), paidAt)
    expect(said(order, done.ok ? done.value : null)).toEqual([
      [
        'cancellations',
        null,
        'units 1, reason Changed their mind, at 2018-04-12 06:35:00 UTC, by Meera Iyer, owed ₹1,099, refund id o0000000001-r1',
      ],
      [
        'refunds',
        null,
        'key refund-o0000000001-r1, payment id o0000000001-p1, amount ₹1,099, cause cancelled, owed at 2018-04-12 06:35:00 UTC',
      ],
    ])
  })

  test('within lists likewise', () => {
    const before = aPaidOrder({ refunds: [aRefund()] })
    const after = { ...before, refunds: [aRefund({ events: [anEvent('sent', paidAt)] })] }
    expect(said(before, after)).toEqual([
      ['refunds 1 events', null, 'kind sent, at 2018-04-12 06:35:00 UTC, by Meera Iyer, reference rfnd_51'],
    ])
  })

  test('put in another order say so', () => {
    const [first, second] = [
      { id: 'picture-1', width: 1 },
      { id: 'picture-2', width: 2 },
    ]
    expect(said({ pictures: [first, second] }, { pictures: [second, first] })).toEqual([
      ['pictures in order', null, 'changed'],
    ])
  })
})

describe('what the trail does not keep', () => {
  const everything = (before: object | null, after: object | null) => JSON.stringify(said(before, after))

  test("a supporter's data shows as recorded and as changed, and nothing of it", () => {
    const before = anOrder()
    const after = anOrder({ supporter: aSupporter({ phone: '+919999999999' }) })
    expect(said(before, after)).toEqual([['supporter', 'recorded', 'changed']])
    for (const text of ['Asha', '98450', 'example.com', 'Church', '560001', '99999'])
      expect(everything(null, before) + everything(before, after)).not.toContain(text)
    expect(said(null, before)).toContainEqual(['supporter', null, 'recorded'])
  })

  test('the same supporter written anew is no change', () => {
    expect(said(anOrder(), anOrder({ supporter: aSupporter() }))).toEqual([])
  })

  test('notes, which may name a supporter, are left out', () => {
    const after = anOrder({ cancellations: [aCancellation({ note: 'Asha moved to Pune' })] })
    expect(everything(anOrder(), after)).not.toContain('Pune')
  })

  test('passwords and keys show as changed, and nothing of them', () => {
    const password = { n: 131072, r: 8, p: 1, salt: 'abcd', hash: 'ef01' }
    expect(said({ password }, { password: { ...password, hash: '2345' } })).toEqual([
      ['password', 'recorded', 'changed'],
    ])
    expect(everything(null, { password, auditKey: 'deadbeef' })).not.toMatch(/abcd|ef01|deadbeef/u)
  })
})

describe('long texts', () => {
  const long = 'x'.repeat(500)

  test('are shortened', () => {
    const [[, , after] = []] = said({ description: '' }, { description: long })
    expect(after).toHaveLength(200)
  })

  test('that differ only beyond what is shown say so', () => {
    expect(said({ description: `${long}a` }, { description: `${long}b` })).toMatchObject([
      ['description', expect.stringMatching(/^x+…$/u), 'changed further on'],
    ])
  })
})
