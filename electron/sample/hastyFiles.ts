import { diskFiles, type Files, type OpenFile } from '../store/embedded/files'

/**
 * The disk, without going there for each of a thousand commits that nobody has been promised yet: what is appended waits in memory.
 * From `wait` on everything is written and waited for as usual, so that what is written then, all of it at the close, is durable.
 */
export function hastyFiles(): { readonly files: Files; wait(): void } {
  let hasty = true
  const unhurried = (file: OpenFile): OpenFile => {
    let waiting: Uint8Array[] = []
    const write = async (): Promise<void> => {
      const bytes = Buffer.concat(waiting)
      waiting = []
      await file.append(bytes)
    }
    return {
      append: async (bytes) => {
        waiting.push(bytes)
      },
      sync: async () => {
        if (hasty) return
        await write()
        await file.sync()
      },
      truncate: async (length) => {
        await write()
        await file.truncate(length)
      },
      close: async () => {
        await write()
        await file.close()
      },
    }
  }
  return {
    files: {
      ...diskFiles,
      create: async (name) => unhurried(await diskFiles.create(name)),
      openAtEnd: async (name) => unhurried(await diskFiles.openAtEnd(name)),
    },
    wait() {
      hasty = false
    },
  }
}
