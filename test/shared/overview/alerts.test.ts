import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alertKinds, alertsSince, maySeeAlerts, type AlertCounts } from '../../../shared/overview/alerts'

const counts = fc.record(
  Object.fromEntries(alertKinds.map((kind) => [kind, fc.nat(5)])) as Record<keyof AlertCounts, fc.Arbitrary<number>>,
)

test('exactly what there is more of is told', () => {
  fc.assert(
    fc.property(counts, counts, (before, now) => {
      expect(alertsSince(before, now).map(({ kind }) => kind)).toEqual(
        alertKinds.filter((kind) => now[kind] > before[kind]),
      )
      expect(alertsSince(now, now)).toEqual([])
    }),
  )
})

test('a sentence says how many are new and how many there are', () => {
  const none = Object.fromEntries(alertKinds.map((kind) => [kind, 0])) as unknown as AlertCounts
  const said = (before: number, now: number) =>
    alertsSince({ ...none, shippingOverdue: before }, { ...none, shippingOverdue: now })[0]?.says
  expect(said(0, 1)).toBe('1 order is past its shipping promise.')
  expect(said(1, 4)).toBe('3 orders are past their shipping promise. 4 in all.')
})

test('those who see no orders are told of none', () => {
  expect([
    maySeeAlerts(['merchandiser']),
    maySeeAlerts(['merchandiser', 'support']),
    maySeeAlerts(['manager']),
  ]).toEqual([false, true, true])
})
