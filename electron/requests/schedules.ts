import { addSchedule } from '../../shared/reports/schedules/addSchedule'
import { ok, refuse } from '../../shared/result'
import { settingsOf } from '../settings'
import type { FeatureHandlers } from './handler'
import { accountAsking } from './record'

export const schedulesHandlers: FeatureHandlers<'schedules'> = {
  'schedules.list': async (_input, { read }) => ok((await settingsOf(read)).reportSchedules),

  'schedules.add': ({ commandId: _, ...asked }, desk) =>
    desk.commit(async (within) => {
      const account = await accountAsking(within)
      if (!account.ok) return account
      const { id: byId, name: byName, dashboards } = account.value
      if (asked.dashboardId !== null && !dashboards.some(({ id }) => id === asked.dashboardId))
        return refuse('no-such-dashboard', 'There is no such dashboard. It may have been removed.', 'dashboardId')
      const settings = await settingsOf(within.tx.read)
      const schedule = { ...asked, byId, byName, writtenFor: null, problem: null }
      const schedules = addSchedule(settings.reportSchedules, schedule)
      if (!schedules.ok) return schedules
      within.tx.settings.put({ ...settings, reportSchedules: schedules.value })
      return ok({ reply: { id: asked.id }, subject: {}, summary: `Has a report written every ${asked.every}` })
    }),

  'schedules.remove': ({ id }, desk) =>
    desk.commit(async ({ tx }) => {
      const settings = await settingsOf(tx.read)
      const left = settings.reportSchedules.filter((each) => each.id !== id)
      if (left.length === settings.reportSchedules.length)
        return refuse('no-such-schedule', 'This report is not written any more.')
      tx.settings.put({ ...settings, reportSchedules: left })
      return ok({ reply: { id }, subject: {}, summary: 'Has a report no longer written' })
    }),
}
