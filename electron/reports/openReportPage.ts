import { BrowserWindow } from 'electron'
import { minute } from '../../shared/time'
import { pageAddress } from '../protocol'
import { pageRights } from '../window'
import type { OpenReport } from './reportDesk'

/** So long a page may take to have its report ready. */
const longest = minute

/** The page of each report. */
const places = { portfolio: '/reports', money: '/reports/money', dashboard: '/reports/dashboards' } as const

/** The address of the page, which tells it whose report to deliver once it is drawn. */
const reportAddress = ({ id, report, dashboardId }: Parameters<OpenReport>[0]): string => {
  const search = dashboardId === null ? '' : `?board=${dashboardId}`
  return `${pageAddress}?report=${id}#${places[report]}${search}`
}

/** Opens a window that is never shown, wide enough for two charts side by side; it closes itself when its report is delivered. */
export const openReportPage: OpenReport = (schedule, stopped) =>
  new Promise((resolve) => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      show: false,
      webPreferences: { ...pageRights, backgroundThrottling: false },
    })
    const close = (): void => window.destroy()
    const given = setTimeout(close, longest)
    stopped.addEventListener('abort', close, { once: true })
    window.once('closed', () => {
      clearTimeout(given)
      stopped.removeEventListener('abort', close)
      resolve()
    })
    window.webContents.once('did-fail-load', close)
    void window.loadURL(reportAddress(schedule)).catch(() => undefined)
  })
