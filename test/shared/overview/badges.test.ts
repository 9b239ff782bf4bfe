import { expect, test } from 'vitest'
import { badgesFor } from '../../../shared/overview/badges'

const attention = {
  toSettle: 1,
  refundsFailed: 2,
  refundsDoubted: 10,
  refundsOverdue: 3,
  refundsAging: 11,
  refundsOwed: 4,
  lateMoney: 5,
  toShip: 6,
  shippingOverdue: 7,
  endingUnfunded: 8,
  draftsToLaunch: 9,
}

test('a badge counts what its reader may do', () => {
  expect(badgesFor(['manager'], attention, 3)).toEqual({
    queue: 3,
    campaigns: 9,
    refunds: 10,
    settlement: 1,
    shipping: 0,
  })
  expect(badgesFor(['support'], attention, 3)).toEqual({
    queue: 3,
    campaigns: 0,
    refunds: 6,
    settlement: 0,
    shipping: 7,
  })
  expect(badgesFor(['merchandiser'], attention, 3)).toEqual({
    queue: 0,
    campaigns: 0,
    refunds: 0,
    settlement: 0,
    shipping: 0,
  })
  expect(badgesFor(['merchandiser', 'support', 'manager'], attention, 0)).toEqual({
    queue: 0,
    campaigns: 9,
    refunds: 16,
    settlement: 1,
    shipping: 7,
  })
})
