import { describe, expect, test } from 'vitest'
import type { Market } from '../../../shared/campaigns/market'
import { normalisePhone, normalisePostalCode, normaliseSupporter } from '../../../shared/orders/supporter'
import { aSupporter } from '../orderBuilders'

describe('phone numbers have one form, so that limits see the same supporter', () => {
  test.each<[Market, string, string]>([
    ['IN', '+91 98450 12345', '+919845012345'],
    ['IN', '9845012345', '+919845012345'],
    ['IN', '098450-12345', '+919845012345'],
    ['IN', '0091 (98450) 12345', '+919845012345'],
    ['IN', '919845012345', '+919845012345'],
    ['IN', '9191919191', '+919191919191'],
    ['IN', '６８４５０１２３４５', '+916845012345'],
    ['CN', '138 0013 8000', '+8613800138000'],
    ['CN', '+86-13800138000', '+8613800138000'],
    ['BR', '(11) 91234-5678', '+5511912345678'],
    ['BR', '+55 11 3123 4567', '+551131234567'],
    ['BR', '011 91234-5678', '+5511912345678'],
  ])('%s: %s', (market, typed, normal) => {
    expect(normalisePhone(typed, market)).toEqual({ ok: true, value: normal })
  })

  test.each<[Market, string]>([
    ['IN', '5845012345'],
    ['IN', '984501234'],
    ['IN', '98450123456'],
    ['IN', '+86 98450 12345'],
    ['IN', ''],
    ['IN', '98450 1234x'],
    ['CN', '+86 238 0013 8000'],
    ['BR', '+55 01 91234-5678'],
  ])('%s refuses %s', (market, typed) => {
    expect(normalisePhone(typed, market, 'supporter.phone')).toMatchObject({
      ok: false,
      refusal: { field: 'supporter.phone' },
    })
  })
})

describe('postal codes', () => {
  test.each<[Market, string, string]>([
    ['IN', '560001', '560001'],
    ['IN', '560 001', '560001'],
    ['CN', '100085', '100085'],
    ['BR', '01310100', '01310-100'],
    ['BR', '01310-100', '01310-100'],
  ])('%s: %s', (market, typed, normal) => {
    expect(normalisePostalCode(typed, market)).toEqual({ ok: true, value: normal })
  })

  test.each<[Market, string]>([
    ['IN', '060001'],
    ['IN', '56000'],
    ['IN', '56 0001'],
    ['IN', '5600012'],
    ['CN', '10008'],
    ['BR', '0131-0100'],
  ])('%s refuses %s', (market, typed) => {
    expect(normalisePostalCode(typed, market).ok).toBe(false)
  })
})

test('names and addresses take any script and are kept as written', () => {
  const supporter = aSupporter({ name: 'आशा राव', email: '', address: { ...aSupporter().address, city: '北京' } })
  expect(normaliseSupporter(supporter, 'IN')).toEqual({ ok: true, value: supporter })
})

test.each(['asha', 'asha@', 'asha@home', 'a b@example.com', 'a@@example.com'])('%s is no e-mail address', (email) => {
  expect(normaliseSupporter(aSupporter({ email }), 'IN')).toMatchObject({ refusal: { field: 'supporter.email' } })
})
