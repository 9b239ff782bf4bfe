import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  atTime,
  day,
  dayLength,
  dayOf,
  daysBetween,
  endOfDay,
  endOfDayAfter,
  fullTime,
  hour,
  instant,
  isDay,
  isoOf,
  isZone,
  minute,
  shortDay,
  shortTime,
  startOfDay,
  timeLeft,
  timeOfDay,
  zone,
} from '../../shared/time'
import { inIndia, india } from './builders'

const saoPaulo = zone('America/Sao_Paulo')
const berlin = zone('Europe/Berlin')

/** Zones whose clocks are set at, before or after midnight, by an hour, half an hour or a whole day, or never. */
const zones = [
  'Asia/Kolkata',
  'Asia/Shanghai',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Asuncion',
  'America/Scoresbysund',
  'Asia/Gaza',
  'Asia/Damascus',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'UTC',
].map(zone)

/** Days around which clocks are set in one zone or another, and any others. */
const someDay = fc.oneof(
  fc.constantFrom('2018-02-17', '2018-03-24', '2018-10-27', '2018-11-04', '2024-10-26', '2025-03-29', '2026-03-08'),
  fc.integer({ min: 0, max: 12_000 }).map((count) => addDays(day('2000-01-01'), count)),
)

describe('a day in a zone', () => {
  test('begins with its first instant and ends with its last second, however the clocks are set', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), someDay, (inZone, text) => {
        const of = day(text)
        const [start, end] = [startOfDay(of, inZone), endOfDay(of, inZone)]
        expect(dayOf(start, inZone)).toBe(of)
        expect(dayOf(instant(start - 1), inZone) < of).toBe(true)
        expect(dayOf(end, inZone)).toBe(of)
        expect(dayOf(instant(end + 1000), inZone) > of).toBe(true)
      }),
    )
  })

  test('in India ends at 23:59:59, which is 18:29:59 UTC', () => {
    expect(isoOf(endOfDay(day('2018-04-19'), india))).toBe('2018-04-19T18:29:59.000Z')
    expect(isoOf(startOfDay(day('2018-04-19'), india))).toBe('2018-04-18T18:30:00.000Z')
  })

  test('begins at one o’clock where midnight is skipped', () => {
    expect(isoOf(startOfDay(day('2018-11-04'), saoPaulo))).toBe('2018-11-04T03:00:00.000Z')
    expect(timeOfDay(startOfDay(day('2018-11-04'), saoPaulo), saoPaulo)).toBe('01:00:00')
  })

  test('ends with the second 23:59:59 where the clocks are set back at midnight', () => {
    expect(isoOf(endOfDay(day('2018-02-17'), saoPaulo))).toBe('2018-02-18T02:59:59.000Z')
  })

  test('has the end that is reached by counting days from any of its instants', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        someDay,
        fc.integer({ min: 0, max: 2 * 1440 }),
        fc.integer({ min: 0, max: 400 }),
        (inZone, text, minutes, days) => {
          const at = instant(startOfDay(day(text), inZone) + minutes * minute)
          expect(endOfDayAfter(at, days, inZone)).toBe(endOfDay(addDays(dayOf(at, inZone), days), inZone))
        },
      ),
    )
  })

  test('ends before the jump where its last hour is skipped', () => {
    const godthab = zone('America/Godthab')
    expect(timeOfDay(endOfDay(day('2025-03-29'), godthab), godthab)).toBe('22:59:59')
  })
})

describe('the day of an instant', () => {
  test('is what the calendar says, whatever was asked for before', () => {
    const formats = new Map(zones.map((inZone) => [inZone, new Intl.DateTimeFormat('en-CA', { timeZone: inZone })]))
    const near = fc.integer({ min: -90, max: 90 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), someDay, fc.array(near), (inZone, text, minutes) => {
        const start = startOfDay(day(text), inZone)
        for (const count of minutes) {
          const at = instant(start + count * minute)
          expect(dayOf(at, inZone)).toBe(formats.get(inZone)?.format(at))
        }
      }),
    )
  })

  test('may end at a minute past midnight, where clocks were set back then', () => {
    const stJohns = zone('America/St_Johns')
    const days = ['02:15', '02:30', '02:31', '02:44', '02:30', '03:30'].map((time) =>
      dayOf(instant(Date.parse(`2010-11-07T${time}:00Z`)), stJohns),
    )
    expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-06', '2010-11-06', '2010-11-07', '2010-11-07'])
  })
})

describe('a time of day', () => {
  test('is what the clocks show', () => {
    expect(isoOf(atTime(day('2018-04-05'), '18:02', india))).toBe('2018-04-05T12:32:00.000Z')
    expect(timeOfDay(inIndia('2018-04-05T18:02:05'), india)).toBe('18:02:05')
  })

  test('is what Intl shows, also before 1970', () => {
    const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: -1e12, max: 2e12 }), (inZone, at) => {
        const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: inZone })
        expect(timeOfDay(instant(at), inZone)).toBe(format.format(at))
      }),
    )
  })

  test('comes back to itself unless the clocks skip it or show it twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), someDay, fc.integer({ min: 0, max: 86_399 }), (inZone, text, second) => {
        const time = new Date(second * 1000).toISOString().slice(11, 19)
        const shown = atTime(day(text), time, inZone)
        const again = atTime(dayOf(shown, inZone), timeOfDay(shown, inZone), inZone)
        expect(again).toBe(shown)
      }),
    )
  })

  test('that does not exist is a mistake of ours', () => {
    expect(() => atTime(day('2018-04-05'), '24:00', india)).toThrow('24:00 is a time of day')
  })
})

describe('calendar days', () => {
  test('move by whole days across months, leap days and clock changes', () => {
    expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01')
    expect(addDays(day('2018-03-25'), -1)).toBe('2018-03-24')
    expect(daysBetween(day('2018-03-24'), day('2018-03-26'))).toBe(2)
  })

  test('that no calendar has are none', () => {
    expect(isDay('2018-02-30')).toBe(false)
    expect(isDay('2018-2-3')).toBe(false)
    expect(() => day('2018-13-01')).toThrow('is a day')
  })

  test('fall where the zone is, not where the program runs', () => {
    const at = instant(Date.parse('2018-04-05T20:00:00Z'))
    expect(dayOf(at, india)).toBe('2018-04-06')
    expect(dayOf(at, saoPaulo)).toBe('2018-04-05')
  })
})

describe('working days', () => {
  test('leave out Saturdays and Sundays and keep the time of day', () => {
    const friday = inIndia('2018-04-13T16:30:00')
    expect(addWorkingDays(friday, 1, india, new Set())).toBe(inIndia('2018-04-16T16:30:00'))
    expect(addWorkingDays(friday, 10, india, new Set())).toBe(inIndia('2018-04-27T16:30:00'))
    expect(addWorkingDays(friday, 0, india, new Set())).toBe(friday)
  })

  test('from a Saturday the first one is Monday', () => {
    expect(addWorkingDays(inIndia('2018-04-14T09:00:00'), 1, india, new Set())).toBe(inIndia('2018-04-16T09:00:00'))
  })

  test('keep the time of day when the clocks are set in between', () => {
    const friday = instant(Date.parse('2018-03-23T10:00:00Z'))
    expect(timeOfDay(friday, berlin)).toBe('11:00:00')
    expect(timeOfDay(addWorkingDays(friday, 1, berlin, new Set()), berlin)).toBe('11:00:00')
  })
})

describe('the time left', () => {
  const end = inIndia('2018-04-19T23:59:59')
  const left = (milliseconds: number) => timeLeft(end, instant(end - milliseconds))

  test('is said in the largest unit that is still true', () => {
    expect(left(5 * dayLength)).toBe('5 days left')
    expect(left(2 * dayLength)).toBe('2 days left')
    expect(left(2 * dayLength - 1)).toBe('47 hours left')
    expect(left(hour)).toBe('1 hour left')
    expect(left(hour - 1)).toBe('59 minutes left')
    expect(left(minute - 1)).toBe('last minute')
  })

  test('"0 days left" is never said while the campaign runs: the end itself is the last minute (givewp #5329)', () => {
    expect(left(0)).toBe('last minute')
    expect(left(-1)).toBe('ended')
  })
})

describe('times as people read them', () => {
  const at = inIndia('2018-04-14T00:02:05')

  test('name the zone where nothing may stay open', () => {
    expect(fullTime(at, india)).toBe('14 April 2018, 00:02:05 (Asia/Kolkata)')
    expect(shortTime(at, india)).toBe('14 Apr, 00:02')
    expect(shortDay(at, india)).toBe('14 Apr 2018')
  })
})

test('an instant is whole milliseconds within the calendar', () => {
  expect(() => instant(0.5)).toThrow('whole milliseconds')
  expect(() => instant(8.64e15 + 1)).toThrow('whole milliseconds')
  expect(() => instant(Number.NaN)).toThrow('whole milliseconds')
})

test('a zone is one that the calendar knows', () => {
  expect(isZone('Asia/Kolkata')).toBe(true)
  expect(isZone('Asia/Atlantis')).toBe(false)
  expect(isZone('+05:30')).toBe(false)
  expect(() => zone('Mars/Olympus')).toThrow('is a time zone')
})
