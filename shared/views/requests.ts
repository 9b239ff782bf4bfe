import { z } from 'zod'
import { idSchema, type ViewId } from '../ids'
import { command, lineSchema, output, query } from '../request'
import type { SavedView } from './view'

const viewId = idSchema<ViewId>()

/** Longer addresses come from nowhere but a broken window. */
const longestSearch = 4000

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

export const viewsRequests = {
  /** The views of whoever asks, in the order in which they were first saved. */
  'views.mine': query(['support', 'manager'], z.strictObject({}), output<readonly SavedView[]>()),
  /** Adds a view, or changes the one with its id. */
  'views.save': command(
    ['support', 'manager'],
    {
      id: viewId,
      name: lineSchema(60, 1),
      search: z.string().max(longestSearch).refine(isObject, 'This is not a list with its filters.'),
    },
    output<{ readonly id: ViewId }>(),
  ),
  'views.remove': command(['support', 'manager'], { id: viewId }, output<{ readonly id: ViewId }>()),
}
