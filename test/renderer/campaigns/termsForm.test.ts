import { describe, expect, test } from 'vitest'
import { formOfTerms, inMarket, newTerms, proposedBy, readTerms } from '../../../renderer/campaigns/editor/termsForm'
import { minor } from '../../../shared/money'
import { day, endOfDay, fullTime, zone } from '../../../shared/time'
import { aCampaign, aProduct, india, inIndia } from '../../shared/builders'

const now = inIndia('2018-04-01T15:30:00')

describe('a new campaign', () => {
  test('begins tomorrow morning on the market’s clock and counts the whole of its thirtieth day', () => {
    const form = newTerms(null, now)
    expect(form.startsAt).toBe(inIndia('2018-04-02T10:00:00'))
    expect(form.endDay).toBe('2018-05-01')
  })

  test('takes market, price and shipping promise from its product', () => {
    const product = aProduct({ currency: 'CNY', price: minor(19_900), shippingDays: 7 })
    expect(newTerms(product, now)).toMatchObject({ market: 'CN', price: 19_900, promiseDays: 7 })
  })

  test('asks for what is missing, each at its field', () => {
    const read = readTerms(newTerms(null, now))
    expect(read.kind).toBe('unfinished')
    expect(read.kind !== 'terms' && Object.keys(read.errors).sort()).toEqual(['price', 'productId', 'targetUnits'])
  })
})

test('the last day means 23:59:59 of that day in the market’s zone', () => {
  const read = readTerms({ ...formOfTerms(aCampaign()), endDay: day('2018-04-30') })
  expect(read.kind === 'terms' && fullTime(read.terms.endsAt, india)).toBe('30 April 2018, 23:59:59 (Asia/Kolkata)')
})

test('terms read into fields and back are the same terms', () => {
  const campaign = aCampaign({ cap: 500, perSupporterLimit: 3 })
  const read = readTerms(formOfTerms(campaign))
  expect(campaign).toMatchObject(read.kind === 'terms' ? read.terms : {})
  expect(read.kind).toBe('terms')
})

test('the rule’s own refusal stands at the field it is about', () => {
  const form = formOfTerms(aCampaign())
  const early = readTerms({ ...form, endDay: day('2018-04-01') })
  expect(early.kind !== 'terms' && early.errors.endDay).toMatch(/^The end must be after the start, 5 April 2018/)
  const capped = readTerms({ ...form, cap: 10 })
  expect(capped.kind !== 'terms' && Object.keys(capped.errors)).toEqual(['cap'])
})

test('another market keeps the clock time and takes no amount across currencies', () => {
  const form = proposedBy(aProduct(), newTerms(null, now))
  const moved = inMarket({ ...form, targetAmount: minor(5_000_000) }, 'BR')
  expect(moved).toMatchObject({ price: null, targetAmount: null })
  expect(fullTime(moved.startsAt ?? now, zone('America/Sao_Paulo'))).toBe('2 April 2018, 10:00:00 (America/Sao_Paulo)')
  expect(endOfDay(moved.endDay ?? day('2000-01-01'), zone('America/Sao_Paulo'))).toBeGreaterThan(moved.startsAt ?? now)
})
