import type { Files, OpenFile } from '../../../electron/store/embedded/files'
import { diskFiles } from '../../../electron/store/embedded/files'

/** What the store is about to do on the disk. */
export type Deed =
  'makeFolder' | 'claim' | 'create' | 'append' | 'sync' | 'truncate' | 'rename' | 'remove' | 'syncFolder'

/**
 * The disk, with someone who is asked before each deed that changes anything: who throws makes the deed fail, who waits makes
 * it wait, who copies the folder has what a crash at this point would leave. A failing append leaves half of its bytes behind.
 */
export function watchedFiles(before: (deed: Deed, file: string) => Promise<void> | void): Files {
  const watchedFile = (file: string, open: OpenFile): OpenFile => ({
    async append(bytes) {
      try {
        await before('append', file)
      } catch (error) {
        await open.append(bytes.subarray(0, Math.floor(bytes.length / 2)))
        throw error
      }
      await open.append(bytes)
    },
    async sync() {
      await before('sync', file)
      await open.sync()
    },
    async truncate(length) {
      await before('truncate', file)
      await open.truncate(length)
    },
    close: () => open.close(),
  })
  return {
    list: (folder) => diskFiles.list(folder),
    read: (file) => diskFiles.read(file),
    size: (file) => diskFiles.size(file),
    openToRead: (file) => diskFiles.openToRead(file),
    openAtEnd: async (file) => watchedFile(file, await diskFiles.openAtEnd(file)),
    async makeFolder(folder) {
      await before('makeFolder', folder)
      await diskFiles.makeFolder(folder)
    },
    async claim(file) {
      await before('claim', file)
      await diskFiles.claim(file)
    },
    async create(file) {
      await before('create', file)
      return watchedFile(file, await diskFiles.create(file))
    },
    async rename(from, to) {
      await before('rename', to)
      await diskFiles.rename(from, to)
    },
    async remove(file) {
      await before('remove', file)
      await diskFiles.remove(file)
    },
    async syncFolder(folder) {
      await before('syncFolder', folder)
      await diskFiles.syncFolder(folder)
    },
  }
}
