import { BrowserWindow, dialog } from 'electron'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { NotWritten, type SaveFile } from './saveFile'

/** Asks whoever sits at the window in the system's own dialog, which also asks before anything is overwritten. */
export const saveFileAsChosen: SaveFile = async (name, bytes) => {
  const wishes: Electron.SaveDialogOptions = {
    defaultPath: name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(wishes)
    : dialog.showSaveDialog(window, wishes))
  if (canceled || filePath === '') return null
  try {
    await writeFile(filePath, bytes, { mode: 0o600 })
  } catch (error) {
    throw new NotWritten(error instanceof Error && 'code' in error ? String(error.code) : 'unknown', { cause: error })
  }
  return path.basename(filePath)
}
