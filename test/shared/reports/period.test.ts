import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  earlierSpan,
  lengthOf,
  monthOf,
  periodNames,
  quarterOf,
  spanOf,
  type Period,
} from '../../../shared/reports/period'
import { addDays, day, type Day } from '../../../shared/time'

const before = { kind: 'period before' } as const
const spans = (period: Period, today: string) => {
  const span = spanOf(period, day(today))
  return [span, earlierSpan(period, before, span)].map(({ from, to }) => `${from}/${to}`)
}

test.each([
  [{ kind: 'last 7 days' }, '2026-03-03', '2026-02-25/2026-03-03', '2026-02-18/2026-02-24'],
  [{ kind: 'last 30 days' }, '2026-03-31', '2026-03-02/2026-03-31', '2026-01-31/2026-03-01'],
  [{ kind: 'this month' }, '2026-03-31', '2026-03-01/2026-03-31', '2026-02-01/2026-02-28'],
  [{ kind: 'this month' }, '2026-03-10', '2026-03-01/2026-03-10', '2026-02-01/2026-02-10'],
  [{ kind: 'this month' }, '2026-01-01', '2026-01-01/2026-01-01', '2025-12-01/2025-12-01'],
  [{ kind: 'last month' }, '2026-03-31', '2026-02-01/2026-02-28', '2026-01-01/2026-01-31'],
  [{ kind: 'last month' }, '2024-03-01', '2024-02-01/2024-02-29', '2024-01-01/2024-01-31'],
  [{ kind: 'this quarter' }, '2026-05-31', '2026-04-01/2026-05-31', '2026-01-01/2026-03-02'],
  [{ kind: 'last quarter' }, '2026-01-15', '2025-10-01/2025-12-31', '2025-07-01/2025-09-30'],
] as const)('%j on %s is %s, beside %s', (period, today, span, earlier) => {
  expect(spans(period, today)).toEqual([span, earlier])
})

test('two days may be given in either order; of more than ten years the last are taken', () => {
  const [early, late] = [day('2018-04-05'), day('2018-04-19')]
  const turned = spanOf({ kind: 'days', from: late, to: early }, day('2026-01-01'))
  expect(turned).toEqual({ from: early, to: late })
  expect(lengthOf(spanOf({ kind: 'days', from: day('1900-01-01'), to: late }, late))).toBe(3653)
})

test('a year before keeps the days; 29 February is compared with the 28th', () => {
  const span = { from: day('2024-02-29'), to: day('2024-03-31') }
  expect(earlierSpan({ kind: 'days', ...span }, { kind: 'year before' }, span)).toEqual({
    from: '2023-02-28',
    to: '2023-03-31',
  })
})

test('any earlier day can be compared with; one that is not earlier gives way to the period before', () => {
  const span = { from: day('2018-04-10'), to: day('2018-04-19') }
  const from = (earlier: Day) => earlierSpan({ kind: 'days', ...span }, { kind: 'from', from: earlier }, span)
  expect(from(day('2017-12-30'))).toEqual({ from: '2017-12-30', to: '2018-01-08' })
  expect(from(day('2018-04-10'))).toEqual({ from: '2018-03-31', to: '2018-04-09' })
})

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days))

test('the period before ends before the period begins, and is never longer than a month or quarter makes it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...periodNames), anyDay, (kind, today) => {
      const span = spanOf({ kind }, today)
      const earlier = earlierSpan({ kind }, before, span)
      expect(span.from <= span.to && span.to <= today).toBe(true)
      expect(earlier.from <= earlier.to && earlier.to < span.from).toBe(true)
      expect(Math.abs(lengthOf(earlier) - lengthOf(span))).toBeLessThanOrEqual(3)
    }),
  )
})

test('months and quarters begin on their first day, however many are counted', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -50, max: 50 }), (of, count) => {
      expect(monthOf(of, count).endsWith('-01')).toBe(true)
      expect(['01', '04', '07', '10']).toContain(quarterOf(of, count).slice(5, 7))
      expect(monthOf(monthOf(of, count), -count)).toBe(monthOf(of, 0))
      expect(quarterOf(of, 0) <= of && of < quarterOf(of, 1)).toBe(true)
    }),
  )
})
