import { expect, test } from 'vitest'
import { addHoliday, daysOffIn, removeHoliday, type Holiday } from '../../../shared/settings/holidays'
import { day } from '../../../shared/time'
import { allowed, refusedBy } from '../builders'

const independence: Holiday = { market: 'IN', day: day('2018-08-15'), name: 'Independence Day' }
const republic: Holiday = { market: 'IN', day: day('2018-01-26'), name: 'Republic Day' }
const labour: Holiday = { market: 'CN', day: day('2018-05-01'), name: 'Labour Day' }

test('holidays stand by day, each market with its own', () => {
  const list = [independence, republic, labour].reduce<readonly Holiday[]>(
    (holidays, each) => allowed(addHoliday(holidays, each)),
    [],
  )
  expect(list.map(({ name }) => name)).toEqual(['Republic Day', 'Labour Day', 'Independence Day'])
  expect([...daysOffIn(list, 'IN')]).toEqual(['2018-01-26', '2018-08-15'])
  expect([...daysOffIn(list, 'CN')]).toEqual(['2018-05-01'])
  expect(daysOffIn(list, 'IN')).toBe(daysOffIn(list, 'IN'))
})

test('a market has one holiday a day, and only what is there can be removed', () => {
  const again = addHoliday([independence], { ...independence, name: 'Another' })
  expect(refusedBy(again).message).toContain('Independence Day')
  expect(addHoliday([independence], { ...independence, market: 'CN' }).ok).toBe(true)
  expect(allowed(removeHoliday([independence, labour], independence))).toEqual([labour])
  expect(refusedBy(removeHoliday([labour], independence)).code).toBe('no-such-holiday')
})
