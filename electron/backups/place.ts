import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ok, refuse, type Result } from '../../shared/result'
import type { Disk } from './disk'

/** Where backups are kept: the usual folder, until another one is chosen. The choice stands in a file of the data folder. */
export interface Place {
  folder(): Promise<string>
  readonly usual: string
  /** Refused where nothing can be written, or inside the data folder: what loses that would lose the backups as well. */
  choose(folder: string): Promise<Result<string>>
}

/** `usual` is the folder to begin with. */
export function placeIn(dataFolder: string, usual: string, disk: Disk): Place {
  const file = path.join(dataFolder, 'backups-folder')
  return {
    usual,
    async folder() {
      const chosen = await readFile(file, 'utf8').catch(() => '')
      return path.isAbsolute(chosen) ? chosen : usual
    },
    async choose(folder) {
      const chosen = path.resolve(folder)
      const inside = path.relative(dataFolder, chosen)
      if (chosen !== usual && (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside)))) {
        return refuse('inside-data', 'Choose a folder outside the data folder: what loses one would lose both.')
      }
      try {
        await disk.makeFolder(chosen)
        const probe = path.join(chosen, 'probe.unfinished')
        await (await disk.create(probe)).close()
        await disk.remove(probe)
        await writeFile(`${file}.new`, chosen, { mode: 0o600 })
        await rename(`${file}.new`, file)
        return ok(chosen)
      } catch {
        return refuse('cannot-write', 'Nothing can be written there. Choose another folder.')
      }
    },
  }
}
