import { id, type ReasonId } from '../../shared/ids'
import { ok, type Result } from '../../shared/result'
import { addReason, renameReason, reorderReasons, retireReason } from '../../shared/settings/cancelReasons'
import { addHoliday, removeHoliday, type Holidays } from '../../shared/settings/holidays'
import type { CancelReason, SupportSettings } from '../../shared/settings/settings'
import type { Instant } from '../../shared/time'
import { settingsOf } from '../settings'
import type { CommandDesk, FeatureHandlers } from './handler'

export const settingsHandlers: FeatureHandlers<'settings'> = {
  'settings.support': async (_input, { read }) => {
    const { cancelReasons, undoMinutes, holidays } = await settingsOf(read)
    return ok({ cancelReasons, undoMinutes, holidays })
  },

  'settings.setUndo': ({ minutes }, desk) =>
    change(desk, `Set undoing of cancellations to ${String(minutes)} min`, () => ok({ undoMinutes: minutes })),

  'settings.addHoliday': ({ market, day, name }, desk) =>
    changeHolidays(desk, `Added the holiday ${name}`, (holidays) => addHoliday(holidays, { market, day, name })),

  'settings.removeHoliday': ({ market, day }, desk) =>
    changeHolidays(desk, `Removed the holiday of ${day}`, (holidays) => removeHoliday(holidays, { market, day })),

  'settings.addReason': ({ words }, desk) =>
    changeReasons(desk, 'Added a reason for cancelling', (reasons) =>
      addReason(reasons, id<ReasonId>(desk.newId()), words),
    ),

  'settings.renameReason': (input, desk) =>
    changeReasons(desk, 'Renamed a reason for cancelling', (reasons) => renameReason(reasons, input.id, input.words)),

  'settings.retireReason': (input, desk) =>
    changeReasons(desk, `${input.retired ? 'Retired' : 'Brought back'} a reason for cancelling`, (reasons, at) =>
      retireReason(reasons, input.id, input.retired, at),
    ),

  'settings.reorderReasons': ({ ids }, desk) =>
    changeReasons(desk, 'Reordered the reasons for cancelling', (reasons) => reorderReasons(reasons, ids)),
}

const change = (
  desk: CommandDesk,
  summary: string,
  decide: (settings: SupportSettings, at: Instant) => Result<Partial<SupportSettings>>,
) =>
  desk.commit(async ({ tx, at }) => {
    const settings = await settingsOf(tx.read)
    const decided = decide(settings, at)
    if (!decided.ok) return decided
    tx.settings.put({ ...settings, ...decided.value })
    return ok({ reply: { saved: true as const }, subject: {}, summary })
  })

const changeHolidays = (desk: CommandDesk, summary: string, decide: (holidays: Holidays) => Result<Holidays>) =>
  change(desk, summary, ({ holidays }) => {
    const decided = decide(holidays)
    return decided.ok ? ok({ holidays: decided.value }) : decided
  })

const changeReasons = (
  desk: CommandDesk,
  summary: string,
  decide: (reasons: readonly CancelReason[], at: Instant) => Result<readonly CancelReason[]>,
) =>
  change(desk, summary, ({ cancelReasons }, at) => {
    const decided = decide(cancelReasons, at)
    return decided.ok ? ok({ cancelReasons: decided.value }) : decided
  })
