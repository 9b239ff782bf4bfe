import { z } from 'zod'
import { idSchema, type ReasonId } from '../ids'
import { command, lineSchema, output, query } from '../request'
import { longestUndoMinutes, type SupportSettings } from './settings'

const id = idSchema<ReasonId>()
const words = lineSchema(100, 1)
const saved = output<{ readonly saved: true }>()

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
  'settings.reorderReasons': command(['manager'], { ids: z.array(id).max(500) }, saved),
}
