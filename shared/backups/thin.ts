import { addDays, dayOf, type Day, type Instant, type Zone } from '../time'

/** What a backup is judged by. */
export interface Dated {
  readonly name: string
  readonly madeAt: Instant
}

/** Newest first; of two made in the same millisecond the one that was named later (`-2`) is the newer. */
export const newerFirst = (left: Dated, right: Dated): number =>
  right.madeAt - left.madeAt || right.name.localeCompare(left.name, 'en', { numeric: true })

/** So many of each are kept: the last of each of the last days, weeks and months that have any. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

/**
 * Names of backups that may go, oldest first: all but the newest of each of the last seven days, four weeks (from Monday) and twelve
 * months that have one. Days without a backup do not count, so a shop that is opened rarely keeps as many. Backups that claim to
 * come from after `at` are left alone, for the clock may have been wrong then or may be wrong now.
 */
export function thinnedOut(backups: readonly Dated[], inZone: Zone, at: Instant): readonly string[] {
  const past = backups.filter(({ madeAt }) => madeAt <= at).toSorted(newerFirst)
  const stay = new Set<string>()
  const keepNewestOf = (spanOf: (day: Day) => string, most: number): void => {
    const spans = new Set<string>()
    for (const { name, madeAt } of past) {
      const span = spanOf(dayOf(madeAt, inZone))
      if (spans.has(span)) continue
      if (spans.size === most) return
      spans.add(span)
      stay.add(name)
    }
  }
  keepNewestOf((day) => day, kept.days)
  keepNewestOf(mondayOf, kept.weeks)
  keepNewestOf((day) => day.slice(0, 'YYYY-MM'.length), kept.months)
  return past.flatMap(({ name }) => (stay.has(name) ? [] : [name])).reverse()
}

function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -sinceMonday)
}

/**
 * Whether the daily backup is due: something was done since the newest backup, and that one is not of today. `done` counts what was
 * done in the shop, now and when each backup was made. A newest backup from after `at` counts as one of today.
 */
export function backupDue(
  newest: { readonly madeAt: Instant; readonly done: number } | null,
  done: number,
  inZone: Zone,
  at: Instant,
): boolean {
  if (newest === null) return done > 0
  return newest.done !== done && dayOf(newest.madeAt, inZone) < dayOf(at, inZone)
}
