import { assert } from './result'
import { instantOfWallTime, wallTimeOf } from './wallClock'

/** A UTC instant in milliseconds since 1970. Rules get it as an argument and never read a clock. */
export type Instant = number & { readonly __brand: 'Instant' }

/** A calendar day, `YYYY-MM-DD`, in a zone that the context names. */
export type Day = string & { readonly __brand: 'Day' }

/** An IANA zone name such as `Asia/Kolkata`. */
export type Zone = string & { readonly __brand: 'Zone' }

const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const dayLength = 24 * hour

/** The last instant that JavaScript's own calendar knows. */
const latest = 8.64e15

/** Throws on anything but whole milliseconds within the calendar. */
export function instant(value: number): Instant {
  assert(Number.isInteger(value) && Math.abs(value) <= latest, `an instant is whole milliseconds, got ${String(value)}`)
  return value as Instant
}

export const isoOf = (at: Instant): string => new Date(at).toISOString()

export const later = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds)

export const earlierOf = (left: Instant, right: Instant): Instant => (left <= right ? left : right)

export const laterOf = (left: Instant, right: Instant): Instant => (left >= right ? left : right)

export function isZone(name: string): name is Zone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/u.test(name)
  } catch {
    return false
  }
}

/** Throws on a name that the calendar does not know. */
export function zone(name: string): Zone {
  assert(isZone(name), `${name} is a time zone`)
  return name
}

interface DayClock {
  readonly format: Intl.DateTimeFormat
  /** Days of quarters of an hour (of UTC) that were asked for lately. */
  readonly known: Map<number, Day>
}

const dayClocks = new Map<Zone, DayClock>()

/**
 * Since then every zone keeps whole quarters of an hour from UTC (tz database: Liberia was the last), so midnight is where one ends. What
 * begins and ends in the same day lies in it, unlike the quarter in which Newfoundland set its clocks back at a minute past midnight.
 */
const wholeQuartersSince = Date.UTC(1973, 0)

const quarter = 15 * minute
const mostQuartersKnown = 16_384

/** The calendar day on which `at` falls in `inZone`. Asked several times in every commit, so it remembers. */
export function dayOf(at: Instant, inZone: Zone): Day {
  let clock = dayClocks.get(inZone)
  if (!clock) {
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: inZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    clock = { format, known: new Map() }
    dayClocks.set(inZone, clock)
  }
  const { format, known } = clock
  const quarterOfAt = Math.floor(at / quarter)
  const remembered = known.get(quarterOfAt)
  if (remembered !== undefined) return remembered
  const found = format.format(at) as Day
  const from = quarterOfAt * quarter
  if (at >= wholeQuartersSince && format.format(from) === found && format.format(from + quarter - 1) === found) {
    if (known.size >= mostQuartersKnown) known.clear()
    known.set(quarterOfAt, found)
  }
  return found
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** Throws on text that is no day of the calendar (2018-02-30). */
export function day(text: string): Day {
  assert(isDay(text), `${text} is a day`)
  return text
}

const timePattern = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?$/u

/**
 * When the clocks of the zone show `time` ("18:02", "23:59:59") on that day. Shown twice where they are set back, it is the
 * first time unless `last` is asked for; skipped where they are set forward, it is the moment they jump to.
 */
export function atTime(of: Day, time: string, inZone: Zone, which: 'first' | 'last' = 'first'): Instant {
  assert(timePattern.test(time), `${time} is a time of day`)
  return instant(instantOfWallTime(Date.parse(`${of}T${time}Z`), inZone, which))
}

const twoFigures = Array.from({ length: 60 }, (_each, value) => String(value).padStart(2, '0'))

/** What the clocks of the zone show, "18:02:05". Exports ask for hundreds of thousands, so no date is made for it. */
export function timeOfDay(at: Instant, inZone: Zone): string {
  const wall = wallTimeOf(at, inZone)
  const seconds = Math.floor((wall - Math.floor(wall / dayLength) * dayLength) / second)
  const shown = (value: number): string => twoFigures[value] ?? ''
  return `${shown(Math.floor(seconds / 3600))}:${shown(Math.floor(seconds / 60) % 60)}:${shown(seconds % 60)}`
}

/** The first instant of that day in the zone: 00:00:00, or later where the clocks skip it. */
export const startOfDay = (of: Day, inZone: Zone): Instant => atTime(of, '00:00', inZone)

/**
 * The end that staff mean when they pick a date: 23:59:59 of that day in the zone (programme rules, "Time"), the later one where
 * the clocks show it twice. Ends are inclusive, so the whole last day counts.
 */
export const endOfDay = (of: Day, inZone: Zone): Instant => atTime(of, '23:59:59', inZone, 'last')

/** The end of the day that is `days` calendar days after the one on which `at` falls. Each row of a list asks for one. */
export function endOfDayAfter(at: Instant, days: number, inZone: Zone): Instant {
  const today = Math.floor(wallTimeOf(at, inZone) / dayLength)
  return instant(instantOfWallTime((today + days + 1) * dayLength - second, inZone, 'last'))
}

/** `of` moved by whole calendar days, whatever the zone's clock does between. */
export function addDays(of: Day, count: number): Day {
  const moved = new Date(Date.parse(`${of}T00:00:00Z`) + count * dayLength).toISOString()
  assert(moved.charAt(4) === '-', 'the year has four figures')
  return moved.slice(0, 10) as Day
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)

/** Neither Saturday nor Sunday nor a day off. */
export function isWorkingDay(of: Day, daysOff: ReadonlySet<Day>): boolean {
  const weekday = new Date(`${of}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !daysOff.has(of)
}

/**
 * The instant `count` working days after `from`, at the same time of day, in the zone; Saturdays, Sundays and the days off do not
 * count.
 */
export function addWorkingDays(from: Instant, count: number, inZone: Zone, daysOff: ReadonlySet<Day>): Instant {
  const wall = new Date(wallTimeOf(from, inZone)).toISOString()
  let [moved, left] = [day(wall.slice(0, 10)), count]
  while (left > 0) {
    moved = addDays(moved, 1)
    if (isWorkingDay(moved, daysOff)) left -= 1
  }
  return count > 0 ? atTime(moved, wall.slice(11, 23), inZone) : from
}

const shownFormats = new Map<string, Intl.DateTimeFormat>()

function shown(key: string, inZone: Zone, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const name = `${key} ${inZone}`
  const known = shownFormats.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: inZone })
  shownFormats.set(name, made)
  return made
}

/** "14 Apr, 18:02", the form of lists. */
export const shortTime = (at: Instant, inZone: Zone): string =>
  shown('short', inZone, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(
    at,
  )

/** "14 April 2018, 18:02:05 (Asia/Kolkata)", the form that leaves nothing open. */
export const fullTime = (at: Instant, inZone: Zone): string =>
  `${shown('date', inZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)}, ${timeOfDay(at, inZone)} (${inZone})`

/** "14 Apr 2018". */
export const shortDay = (at: Instant, inZone: Zone): string =>
  shown('day', inZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at)

/** Languages in which supporters are written to: English and Hindi. */
export type Language = 'en' | 'hi'

const locales: Record<Language, string> = { en: 'en-GB', hi: 'hi-IN-u-nu-latn' }

/** "14 April 2018", "14 अप्रैल 2018": the form of letters. */
export const writtenDay = (at: Instant, inZone: Zone, language: Language): string =>
  shown(`written ${language}`, inZone, { day: 'numeric', month: 'long', year: 'numeric' }, locales[language]).format(at)

/**
 * How long until `until`, in the largest unit that still says something true: "5 days left", "7 hours left",
 * "12 minutes left", "last minute". A campaign that still runs never shows "0 days left".
 */
export function timeLeft(until: Instant, at: Instant): string {
  const left = until - at
  if (left < 0) return 'ended'
  const say = (count: number, unit: string): string => `${String(count)} ${unit}${count === 1 ? '' : 's'} left`
  if (left >= 2 * dayLength) return say(Math.floor(left / dayLength), 'day')
  if (left >= hour) return say(Math.floor(left / hour), 'hour')
  if (left >= minute) return say(Math.floor(left / minute), 'minute')
  return 'last minute'
}
