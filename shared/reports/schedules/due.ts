import { addDays, type Day } from '../../time'
import type { ReportSchedule, Rhythm } from './schedule'

/** The day since which a report of that rhythm stands for: today, this week's Monday, the first of this month. */
const since: Record<Rhythm, (today: Day) => Day> = {
  day: (today) => today,
  week: (today) => addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7)),
  month: (today) => `${today.slice(0, 8)}01` as Day,
}

/**
 * Whether the report has to be written today. It follows from what was written last, so one that was missed while the program was
 * closed is written once when it is open again, and a clock that was set back writes nothing twice.
 */
export const isDue = ({ every, writtenFor }: ReportSchedule, today: Day): boolean =>
  writtenFor === null || writtenFor < since[every](today)
