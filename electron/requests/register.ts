import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { doorRefusals } from '../../shared/requests'
import { refuse } from '../../shared/result'
import type { Office } from '../office'
import { printPage } from '../printPageOf'
import { gather } from './gather'
import { isOurs } from './sender'

/**
 * Opens the one door to the windows: whatever they ask comes through here, whatever changes is told to all of them. Requests from
 * anywhere but the program's own page are refused before they are looked at.
 */
export function openDoor(office: Office): void {
  ipcMain.handle('request', (event, name: unknown, input: unknown) =>
    fromOurPage(event)
      ? office.answerWindow(name, input, (head) => printPage(event.sender, head))
      : refuse(doorRefusals.notAllowed, 'This page may not ask the program for anything.'),
  )
  office.watch(
    gather((changed) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (!window.isDestroyed()) window.webContents.send('changed', changed)
      }
    }),
  )
}

function fromOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // A frame that is gone by now has no address to be judged by.
  if (senderFrame === null) return false
  const ourWindow = BrowserWindow.fromWebContents(sender) !== null
  return isOurs({ ourWindow, mainFrame: senderFrame.parent === null, url: senderFrame.url })
}
