import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupDue, kept, thinnedOut, type Dated } from '../../../shared/backups/thin'
import { dayLength, dayOf, hour, instant, later, zone } from '../../../shared/time'
import { inIndia } from '../builders'

const india = zone('Asia/Kolkata')
const today = inIndia('2018-04-18T18:00:00')

const backupsAt = (...hoursAgo: readonly number[]): readonly Dated[] =>
  hoursAgo.map((hours) => ({ name: `${String(hours)} h ago`, madeAt: instant(today - hours * hour) }))

/** A backup a day for so many days, the newest now. */
const daily = (days: number): readonly Dated[] =>
  Array.from({ length: days }, (_, index) => ({
    name: dayOf(later(today, -index * dayLength), india),
    madeAt: later(today, -index * dayLength),
  }))

const staying = (backups: readonly Dated[]): readonly string[] => {
  const gone = new Set(thinnedOut(backups, india, today))
  return backups.flatMap(({ name }) => (gone.has(name) ? [] : [name]))
}

test('a week of daily backups stays whole', () => {
  expect(thinnedOut(daily(7), india, today)).toEqual([])
})

test('of two years of daily backups seven days, four weeks and twelve months stay, each by its newest', () => {
  expect(staying(daily(730))).toEqual([
    '2018-04-18',
    '2018-04-17',
    '2018-04-16',
    '2018-04-15',
    '2018-04-14',
    '2018-04-13',
    '2018-04-12',
    // The newest of the weeks before, and of the months.
    '2018-04-08',
    '2018-04-01',
    '2018-03-31',
    '2018-02-28',
    '2018-01-31',
    '2017-12-31',
    '2017-11-30',
    '2017-10-31',
    '2017-09-30',
    '2017-08-31',
    '2017-07-31',
    '2017-06-30',
    '2017-05-31',
  ])
})

test('of several on one day the newest stays', () => {
  expect(thinnedOut(backupsAt(1, 2, 5), india, today)).toEqual(['5 h ago', '2 h ago'])
})

test('of two made at the same instant the one named later is the newer', () => {
  const twins = ['a', 'a-2', 'a-10'].map((name) => ({ name, madeAt: today }))
  expect(thinnedOut(twins, india, today)).toEqual(['a', 'a-2'])
})

test('a day begins at midnight of the shop, not of Greenwich', () => {
  const aroundMidnight: readonly Dated[] = [
    { name: 'late on the 17th', madeAt: inIndia('2018-04-17T23:59:00') },
    { name: 'early on the 18th', madeAt: inIndia('2018-04-18T00:01:00') },
  ]
  expect(thinnedOut(aroundMidnight, india, today)).toEqual([])
})

test('days without a backup do not use up the ones that are kept', () => {
  const sparse = backupsAt(0, 240, 480, 720, 960, 1200, 1440)
  expect(thinnedOut(sparse, india, today)).toEqual([])
})

test('a backup from after now is left alone and takes no place', () => {
  const ahead: Dated = { name: 'ahead', madeAt: later(today, 3 * dayLength) }
  expect(staying([ahead, ...daily(8)])).toEqual(['ahead', ...staying(daily(8))])
})

test('the newest always stays, never more than the sum stay, and thinning again takes nothing more', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 * 900 }), { minLength: 1, maxLength: 200 }), (hours) => {
      const backups = backupsAt(...hours)
      const stay = staying(backups)
      expect(stay).toContain(`${String(Math.min(...hours))} h ago`)
      expect(stay.length).toBeLessThanOrEqual(kept.days + kept.weeks + kept.months)
      expect(
        thinnedOut(
          backups.filter(({ name }) => stay.includes(name)),
          india,
          today,
        ),
      ).toEqual([])
    }),
  )
})

test('the daily backup is due once a day, and only after something was done', () => {
  const yesterday = { madeAt: later(today, -dayLength), done: 5 }
  expect(backupDue(null, 0, india, today)).toBe(false)
  expect(backupDue(null, 1, india, today)).toBe(true)
  expect(backupDue(yesterday, 5, india, today)).toBe(false)
  expect(backupDue(yesterday, 6, india, today)).toBe(true)
  expect(backupDue({ madeAt: inIndia('2018-04-18T00:00:00'), done: 5 }, 6, india, today)).toBe(false)
  expect(backupDue({ madeAt: inIndia('2018-04-17T23:59:59'), done: 5 }, 6, india, today)).toBe(true)
})

test('a restored, shorter history counts as something done', () => {
  expect(backupDue({ madeAt: later(today, -dayLength), done: 9 }, 4, india, today)).toBe(true)
})

test('a newest backup from after now does not make one due', () => {
  expect(backupDue({ madeAt: later(today, dayLength), done: 1 }, 4, india, today)).toBe(false)
})
