import { BrowserWindow, dialog } from 'electron'

/** Has whoever sits at the window choose a folder in the system's own dialog; null where they choose none. */
export async function chooseFolder(title: string): Promise<string | null> {
  const wishes: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(wishes)
    : dialog.showOpenDialog(window, wishes))
  return canceled ? null : (filePaths[0] ?? null)
}
