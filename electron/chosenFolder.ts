import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ok, refuse, type Result } from '../shared/result'
import type { Disk } from './backups/disk'

/** A folder of this machine that somebody chose; the choice stands in a file of the data folder. */
export interface ChosenFolder {
  /** Null until one was chosen. */
  folder(): Promise<string | null>
  /** Refused where nothing can be written. */
  choose(folder: string): Promise<Result<string>>
}

export function chosenFolder(file: string, disk: Disk): ChosenFolder {
  return {
    async folder() {
      const chosen = await readFile(file, 'utf8').catch(() => '')
      return path.isAbsolute(chosen) ? chosen : null
    },
    async choose(folder) {
      try {
        await disk.makeFolder(folder)
        const probe = path.join(folder, 'probe.unfinished')
        await (await disk.create(probe)).close()
        await disk.remove(probe)
        await writeFile(`${file}.new`, folder, { mode: 0o600 })
        await rename(`${file}.new`, file)
        return ok(folder)
      } catch {
        return refuse('cannot-write', 'Nothing can be written there. Choose another folder.')
      }
    },
  }
}
