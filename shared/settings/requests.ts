import { z } from 'zod'
import { markets } from '../campaigns/market'
import { idSchema, type ReasonId } from '../ids'
import { command, daySchema, lineSchema, output, query } from '../request'
import { longestUndoMinutes, type SupportSettings } from './settings'

const id = idSchema<ReasonId>()
const words = lineSchema(100, 1)
const saved = output<{ readonly saved: true }>()

const holidayShape = { market: z.enum(markets), day: daySchema }

export const settingsRequests = {
  'settings.support': query(['support', 'manager'], z.strictObject({}), output<SupportSettings>()),
  /** For cancellations to come; 0 turns undoing off. */
  'settings.setUndo': command(
    ['manager'],
    {
      minutes: z.number().int().min(0, 'From 0 minutes.').max(longestUndoMinutes, 'At most 1,440 minutes, a day.'),
    },
    saved,
  ),
  'settings.addReason': command(['manager'], { words }, saved),
  'settings.renameReason': command(['manager'], { id, words }, saved),
  'settings.retireReason': command(['manager'], { id, retired: z.boolean() }, saved),
  /** Days on which a market's banks do not work; due clocks of refunds on their way count them out at once. */
  'settings.addHoliday': command(['manager'], { ...holidayShape, name: lineSchema(60, 1) }, saved),
  'settings.removeHoliday': command(['manager'], holidayShape, saved),
  'settings.reorderReasons': command(['manager'], { ids: z.array(id).max(500) }, saved),
}
