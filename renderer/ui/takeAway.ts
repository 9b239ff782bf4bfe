import type { SavedFile } from '../../shared/sheets/requests'
import { RefusedError } from '../api'
import { notifyRefused, notifySaved } from './notify'

const unanswered = { code: 'no-answer', message: 'The file could not be made. Nothing was saved. Try again.' }

/** Saves something into a file and says what came of it; nothing where no place was chosen. */
export async function tellSaved(save: () => Promise<SavedFile | null>): Promise<void> {
  try {
    const made = await save()
    if (made !== null) notifySaved(`Saved as ${made.file}.`)
  } catch (error) {
    notifyRefused(error instanceof RefusedError ? error.refusal : unanswered)
  }
}
