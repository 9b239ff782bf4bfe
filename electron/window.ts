import { BrowserWindow, screen } from 'electron'
import path from 'node:path'
import { pageAddress } from './protocol'
import { placeOn, readPlace, smallest, writePlace } from './windowPlace'

interface WindowWishes {
  /** Where the window's place is remembered. */
  readonly placeFile: string
  /** Called once, when the first page has been painted. */
  readonly onFirstPaint?: () => void
}

/** What the program's page may do, in every window that holds it. */
export const pageRights: Electron.WebPreferences = {
  preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  // The spell checker would fetch its dictionaries from the network.
  spellcheck: false,
}

/** Opens a window on the program. What it may do beyond showing its own page is settled in guards.ts. */
export function openWindow({ placeFile, onFirstPaint }: WindowWishes): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const remembered = BrowserWindow.getAllWindows().length === 0 ? readPlace(placeFile) : undefined
  const { maximised, ...bounds } = placeOn(screens, remembered)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: pageRights,
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
    onFirstPaint?.()
  })
  // A page that cannot load never becomes ready; a window that says so is better than none.
  window.webContents.once('did-fail-load', () => window.show())
  window.on('close', () => writePlace(placeFile, { ...window.getNormalBounds(), maximised: window.isMaximized() }))
  void window.loadURL(pageAddress)
  return window
}
