import type { DashboardId, ScheduleId, StaffId } from '../../ids'
import type { Day } from '../../time'

export const scheduledReports = ['portfolio', 'money', 'dashboard'] as const
export type ScheduledReport = (typeof scheduledReports)[number]

export const rhythms = ['day', 'week', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/**
 * A report that is written to the report folder of whichever machine the shop is open on, again and again, while a manager is signed in.
 * Where that folder is belongs to the machine, not to the shop.
 */
export interface ReportSchedule {
  readonly id: ScheduleId
  readonly report: ScheduledReport
  /** Which dashboard; null for the other reports. */
  readonly dashboardId: DashboardId | null
  readonly every: Rhythm
  readonly byId: StaffId
  readonly byName: string
  /** Of the shop's main market: up to when it is written; null before the first time. */
  readonly writtenFor: Day | null
  /** Why the last try failed; null where it did not. */
  readonly problem: string | null
}

/** What the shop knows of reports that are written by themselves. */
export interface ReportSettings {
  readonly reportSchedules: readonly ReportSchedule[]
}

export const firstReportSettings: ReportSettings = { reportSchedules: [] }
