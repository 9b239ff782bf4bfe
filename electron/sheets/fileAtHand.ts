import path from 'node:path'
import { ok, refuse, type Refused, type Result } from '../../shared/result'
import type { ChosenFile } from '../../shared/sheets/requests'
import { reasonIn } from '../longDeed'
import type { Shop } from '../shop'
import { lookInto } from './lookInto'
import type { FileChoice } from './sheets'

/** A file that somebody chose and that is about to be read. */
export interface FileAtHand {
  readonly fileId: string
  readonly path: string
  readonly header: readonly string[]
}

/** The one file that was chosen last, for a page that reads it in steps. */
export interface FilesAtHand {
  /** Has a CSV file chosen and looks into it; null where none was. */
  choose(shop: Shop): Promise<Result<ChosenFile | null>>
  /** Refused where another one, or one for another shop, was chosen since. */
  of(shop: Shop, fileId: string): Result<FileAtHand>
}

/** `title` stands over the system's own dialog. */
export function filesAtHand(choice: Pick<FileChoice, 'file'>, title: string): FilesAtHand {
  let chosen: (FileAtHand & { readonly shop: Shop }) | null = null
  return {
    async choose(shop) {
      const file = await choice.file({ title, kind: 'CSV', extensions: ['csv', 'txt', 'tsv'] })
      if (file === null) return ok(null)
      try {
        const found = await lookInto(file)
        if (!found.ok) return found
        const { header, rows } = found.value
        chosen = { shop, fileId: shop.newId(), path: file, header }
        return ok({ fileId: chosen.fileId, file: path.basename(file), header, rows })
      } catch (error) {
        return refuse('not-readable', `The file cannot be read (${reasonIn(error)}).`)
      }
    },
    of: (shop, fileId) => (chosen?.shop === shop && chosen.fileId === fileId ? ok(chosen) : refuseGone()),
  }
}

const refuseGone = (): Refused => refuse('no-such-file', 'Choose the file again.', 'fileId')
