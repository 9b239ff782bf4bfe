import { contextBridge, ipcRenderer } from 'electron'

// All that the page can reach of the program: one question and one subscription, both plain data.
contextBridge.exposeInMainWorld('backOffice', {
  /** Asks the one door in the main process. What may be asked, and by whom, is decided there. */
  ask: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('request', name, input),

  /** Calls the listener after every change of the store, whoever made it; the returned function ends that. */
  onChanged: (listener: (changed: unknown) => void): (() => void) => {
    // The event object stays here: it would hand the page a way to send to any channel.
    const forward = (_event: unknown, changed: unknown) => listener(changed)
    ipcRenderer.on('changed', forward)
    return () => {
      ipcRenderer.off('changed', forward)
    }
  },
})
