import { BrowserWindow, Notification } from 'electron'
import { pageAddress } from '../protocol'
import type { Notice } from './alerts'

/** What is on the desktop; a notification that nobody holds is forgotten together with its click. */
const shown = new Set<Notification>()

/** Shows a notice of the system; clicking it opens its list in a window of the program. */
export function desktopNotify({ title, body, address }: Notice): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title, body })
  const forget = (): void => {
    shown.delete(notification)
  }
  notification.on('close', forget)
  notification.on('failed', forget)
  notification.on('click', () => {
    forget()
    openAt(address)
  })
  shown.add(notification)
  notification.show()
}

function openAt(address: string): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  // Only what stands behind # changes: the page stays as it is, and asks first where something is not saved.
  void window.loadURL(`${pageAddress}#${address}`)
}
