import { auditHandlers } from './audit'
import { backupsHandlers } from './backups'
import { bulkHandlers } from './bulk'
import { batchesHandlers } from './batches'
import { campaignsHandlers } from './campaigns'
import type { CommandHandlers, FrontHandlers, QueryHandlers } from './handler'
import { makersHandlers } from './makers'
import { ordersHandlers } from './orders'
import { overviewHandlers } from './overview'
import { productsHandlers } from './products'
import { refundsHandlers } from './refunds'
import { reportsHandlers } from './reports/reports'
import { sessionCommands, sessionHandlers } from './session'
import { settingsHandlers } from './settings'
import { settlementHandlers } from './settlement'
import { shippingHandlers } from './shipping'
import { sheetsHandlers } from './sheets'
import { shopHandlers } from './shop'
import { staffHandlers } from './staff'
import { viewsHandlers } from './savedViews'
import { dashboardsHandlers } from './dashboards'
import { schedulesHandlers } from './schedules'

/** Requests beyond the open shop's data. */
export const frontHandlers: FrontHandlers = {
  ...shopHandlers,
  ...sessionHandlers,
  ...backupsHandlers,
  ...sheetsHandlers,
}

/** All others. The type names every query and command of shared/requests.ts: one without its handler does not compile. */
export const deskHandlers: QueryHandlers & CommandHandlers = {
  ...staffHandlers,
  ...viewsHandlers,
  ...dashboardsHandlers,
  ...schedulesHandlers,
  ...makersHandlers,
  ...productsHandlers,
  ...campaignsHandlers,
  ...ordersHandlers,
  ...refundsHandlers,
  ...batchesHandlers,
  ...settlementHandlers,
  ...settingsHandlers,
  ...overviewHandlers,
  ...reportsHandlers,
  ...auditHandlers,
  ...bulkHandlers,
  ...shippingHandlers,
  ...reportsHandlers,
  ...sessionCommands,
}
