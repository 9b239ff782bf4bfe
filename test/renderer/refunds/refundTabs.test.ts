import { expect, test } from 'vitest'
import { refundFilter, refundTabs, searchOf, tabOf } from '../../../renderer/refunds/refundTabs'

test('every tab has an address and every address its tab, from wherever one comes', () => {
  for (const from of refundTabs) {
    const before = searchOf(from, { mode: 'UPI' })
    for (const to of refundTabs) {
      const after = searchOf(to, before)
      expect(tabOf(after)).toBe(to)
      expect(after.mode).toBe('UPI')
    }
  }
})

test('late money is what has not reached its supporters yet, as its count says', () => {
  expect(refundFilter({ cause: 'late money' })).toMatchObject({
    cause: 'late money',
    states: ['owed', 'sent', 'failed'],
  })
})

test('settled late money is found among the settled', () => {
  expect(tabOf({ states: ['settled'], cause: 'late money' })).toBe('settled')
  expect(refundFilter({ states: ['settled'], cause: 'late money' })).toMatchObject({ states: ['settled'] })
})
