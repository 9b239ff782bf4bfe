import type { App, Session, WebContents } from 'electron'
import { pageAddress } from './protocol'

/**
 * Refuses whatever a page has no business doing, in every window that this program will ever open: leaving its page,
 * opening others, embedding, asking for devices, downloading, or reaching the network.
 */
export function guardWindows(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isSamePage(contents.getURL(), event.url) || !event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Reloading is the only navigation: places inside the program change without one. */
function isSamePage(current: string, asked: string): boolean {
  return asked.startsWith(pageAddress) && asked === current
}

/** What a page may be permitted: putting a text on the clipboard when someone presses *Copy*. Reading it is not among them. */
const permitted: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** No other permission, no device, no download, and no request beyond app:// (and the development server, where there is one). */
export function guardSession(session: Session, devServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permitted.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => permitted.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, decide) => {
    decide({ cancel: !isAllowed(new URL(url), devServer) })
  })
}

function isAllowed(url: URL, devServer: string | undefined): boolean {
  if (['app:', 'data:', 'blob:', 'devtools:'].includes(url.protocol)) return true
  return devServer !== undefined && url.host === new URL(devServer).host
}
