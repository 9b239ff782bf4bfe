import { assert } from '../shared/result'
import type { Reads, Settings } from './store/store'

/** What the shop was founded with and what managers have set since. An open shop always has settings. */
export async function settingsOf(read: Reads): Promise<Settings> {
  const settings = await read.settings.get()
  assert(settings !== null, 'an open shop has settings')
  return settings
}
