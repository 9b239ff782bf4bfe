import { setTimeout } from 'node:timers/promises'
import type { Files } from './files'

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<unknown>

/** Two and a half seconds in all: longer than whoever looks into a new file holds it, and short enough to wait for. */
const pauses = [10, 20, 40, 80, 150, 300, 600, 1300]

/** What a system says while someone else, a virus scanner or a backup, has the file open. */
const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])

const mayPass = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && passing.has(error.code)

/**
 * The same disk, but a rename that is refused for a while is tried again, a few times and with longer and longer pauses. Nothing is
 * ever removed to make room for it: what stands stays until the new takes its name, or the refusal is passed on.
 */
export function patientFiles(files: Files, pause: Pause = setTimeout): Files {
  async function rename(from: string, to: string): Promise<void> {
    for (const wait of pauses) {
      try {
        await files.rename(from, to)
        return
      } catch (error) {
        if (!mayPass(error)) throw error
      }
      await pause(wait)
    }
    await files.rename(from, to)
  }
  return { ...files, rename }
}
