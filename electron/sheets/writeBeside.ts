import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Files } from '../store/embedded/files'

/**
 * Writes a file that is there whole or not at all: beside its place, made durable, then given its name, once `before` has resolved. What
 * fails on the way leaves what was there before.
 */
export async function writeBeside(
  files: Files,
  target: string,
  bytes: AsyncIterable<Uint8Array>,
  before: () => Promise<unknown>,
): Promise<void> {
  const beside = path.join(path.dirname(target), `.${randomUUID()}.part`)
  try {
    const file = await files.create(beside)
    try {
      for await (const part of bytes) await file.append(part)
      await file.sync()
    } finally {
      await file.close()
    }
    await before()
    await files.rename(beside, target)
    await files.syncFolder(path.dirname(target))
  } catch (error) {
    await files.remove(beside).catch(() => undefined)
    throw error
  }
}
