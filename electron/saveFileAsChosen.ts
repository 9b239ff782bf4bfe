import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chooseNewFile } from './chooseFile'
import { NotWritten, type SaveFile } from './saveFile'

/** Asks whoever sits at the window in the system's own dialog, which also asks before anything is overwritten. */
export const saveFileAsChosen: SaveFile = async (name, bytes) => {
  const kind = path.extname(name).slice(1)
  const filePath = await chooseNewFile({ title: 'Save', kind: kind.toUpperCase(), extensions: [kind] }, name)
  if (filePath === null) return null
  try {
    await writeFile(filePath, bytes, { mode: 0o600 })
  } catch (error) {
    throw new NotWritten(error instanceof Error && 'code' in error ? String(error.code) : 'unknown', { cause: error })
  }
  return path.basename(filePath)
}
