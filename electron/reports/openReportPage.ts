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
const reportAddress: (...schedule: Parameters<OpenReport>) => string = ({ id, report, dashboardId }) => {
  const search = dashboardId === null ? '' : `?board=${dashboardId}`
  return `${pageAddress}?report=${id}#${places[report]}${search}`
}

/** Opens a window that is never shown, wide enough for two charts side by side; it closes itself when its report is delivered. */
export const openReportPage: OpenReport = (schedule) =>
  new Promise((resolve) => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      show: false,
      webPreferences: { ...pageRights, backgroundThrottling: false },
    })
    const given = setTimeout(() => window.destroy(), longest)
    window.once('closed', () => {
      clearTimeout(given)
      resolve()
    })
    window.webContents.once('did-fail-load', () => window.destroy())
    void window.loadURL(reportAddress(schedule)).catch(() => undefined)
  })
