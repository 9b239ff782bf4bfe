import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, type ScheduleId } from '../../../shared/ids'
import { isDue } from '../../../shared/reports/schedules/due'
import { rhythms, type ReportSchedule } from '../../../shared/reports/schedules/schedule'
import { addDays, day } from '../../../shared/time'
import { staffId } from '../builders'

const aSchedule = (overrides: Partial<ReportSchedule> = {}): ReportSchedule => ({
  id: id<ScheduleId>('schedule-portfolio'),
  report: 'portfolio',
  dashboardId: null,
  every: 'week',
  byId: staffId,
  byName: 'Meera Iyer',
  writtenFor: null,
  problem: null,
  ...overrides,
})

test('a new schedule is due at once', () => {
  expect(isDue(aSchedule(), day('2018-04-12'))).toBe(true)
})

test.each([
  ['day', '2018-04-11', '2018-04-12', true],
  ['day', '2018-04-12', '2018-04-12', false],
  ['week', '2018-04-15', '2018-04-16', true],
  ['week', '2018-04-16', '2018-04-22', false],
  ['week', '2018-04-09', '2018-04-15', false],
  ['month', '2018-03-31', '2018-04-01', true],
  ['month', '2018-04-01', '2018-04-30', false],
  ['month', '2017-12-31', '2018-01-01', true],
] as const)('every %s, written on %s: due on %s is %s', (every, writtenFor, today, due) => {
  expect(isDue(aSchedule({ every, writtenFor: day(writtenFor) }), day(today))).toBe(due)
})

test('written today, nothing is due on the same day or on one before it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rhythms), fc.nat(3000), fc.nat(400), (every, start, back) => {
      const today = addDays(day('2018-01-01'), start)
      const schedule = aSchedule({ every, writtenFor: today })
      expect(isDue(schedule, today)).toBe(false)
      expect(isDue(schedule, addDays(today, -back))).toBe(false)
    }),
  )
})
