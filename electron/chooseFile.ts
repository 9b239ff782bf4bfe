import { app, BrowserWindow, dialog } from 'electron'
import path from 'node:path'

/** A file that whoever sits at the window is asked for. */
export interface FileWish {
  readonly title: string
  /** What its kind is called: "CSV". */
  readonly kind: string
  /** Without dots; the first one is put behind a name that has none. */
  readonly extensions: readonly string[]
}

const filtersOf = ({ kind, extensions }: FileWish): Electron.FileFilter[] => [
  { name: kind, extensions: [...extensions] },
]

/** Has a place for a new file chosen in the system's own dialog, which asks before one is replaced; null where none is chosen. */
export async function chooseNewFile(wish: FileWish, name: string): Promise<string | null> {
  const wishes: Electron.SaveDialogOptions = {
    title: wish.title,
    defaultPath: path.join(app.getPath('documents'), name),
    filters: filtersOf(wish),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(wishes)
    : dialog.showSaveDialog(window, wishes))
  if (canceled || filePath === '') return null
  return path.extname(filePath) === '' ? `${filePath}.${wish.extensions[0] ?? ''}` : filePath
}

/** Has a file chosen in the system's own dialog; null where none is chosen. */
export async function chooseFile(wish: FileWish): Promise<string | null> {
  const wishes: Electron.OpenDialogOptions = {
    title: wish.title,
    filters: [...filtersOf(wish), { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(wishes)
    : dialog.showOpenDialog(window, wishes))
  return canceled ? null : (filePaths[0] ?? null)
}
