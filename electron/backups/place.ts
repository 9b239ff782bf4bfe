import path from 'node:path'
import { refuse, type Result } from '../../shared/result'
import { chosenFolder } from '../chosenFolder'
import type { Disk } from './disk'

/** Where backups are kept: the usual folder, until another one is chosen. */
export interface Place {
  folder(): Promise<string>
  readonly usual: string
  /** Refused where nothing can be written, or inside the data folder: what loses that would lose the backups as well. */
  choose(folder: string): Promise<Result<string>>
}

/** `usual` is the folder to begin with. */
export function placeIn(dataFolder: string, usual: string, disk: Disk): Place {
  const chosen = chosenFolder(path.join(dataFolder, 'backups-folder'), disk)
  return {
    usual,
    folder: async () => (await chosen.folder()) ?? usual,
    async choose(folder) {
      const wished = path.resolve(folder)
      const inside = path.relative(dataFolder, wished)
      if (wished !== usual && (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside)))) {
        return refuse('inside-data', 'Choose a folder outside the data folder: what loses one would lose both.')
      }
      return chosen.choose(wished)
    },
  }
}
