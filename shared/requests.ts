import type { z } from 'zod'
import { auditRequests } from './audit/requests'
import { backupsRequests } from './backups/requests'
import { bulkRequests } from './bulk/requests'
import { campaignsRequests } from './campaigns/requests'
import { makersRequests } from './makers/requests'
import { ordersRequests } from './orders/requests'
import { overviewRequests } from './overview/requests'
import { productsRequests } from './products/requests'
import { reportsRequests } from './reports/requests'
import { batchesRequests } from './refunds/batches/requests'
import { refundsRequests } from './refunds/requests'
import { settingsRequests } from './settings/requests'
import { settlementRequests } from './settlement/requests'
import { shippingRequests } from './shipping/requests'
import { sheetsRequests } from './sheets/requests'
import { sessionRequests, shopRequests } from './shop/requests'
import { staffRequests } from './staff/requests'
import { dashboardsRequests } from './reports/dashboards/requests'
import { schedulesRequests } from './reports/schedules/requests'
import { viewsRequests } from './views/requests'
import type { Result } from './result'

/** The one list of what the window may ask of the main process. */
export const requests = {
  ...shopRequests,
  ...sessionRequests,
  ...staffRequests,
  ...makersRequests,
  ...productsRequests,
  ...campaignsRequests,
  ...ordersRequests,
  ...refundsRequests,
  ...batchesRequests,
  ...settlementRequests,
  ...settingsRequests,
  ...overviewRequests,
  ...reportsRequests,
  ...auditRequests,
  ...backupsRequests,
  ...bulkRequests,
  ...shippingRequests,
  ...viewsRequests,
  ...dashboardsRequests,
  ...schedulesRequests,
  ...sheetsRequests,
  ...reportsRequests,
}

export type Requests = typeof requests
export type RequestName = keyof Requests
export type CommandName = {
  [Name in RequestName]: Requests[Name]['kind'] extends 'command' ? Name : never
}[RequestName]
export type QueryName = Exclude<RequestName, CommandName>

/** What the window sends. */
export type RequestInput<Name extends RequestName> = z.input<Requests[Name]['input']>
/** What a handler gets: checked and branded. */
export type ParsedInput<Name extends RequestName> = z.output<Requests[Name]['input']>
export type RequestOutput<Name extends RequestName> = ReturnType<Requests[Name]['output']>
export type Reply<Name extends RequestName> = Result<RequestOutput<Name>>

/** Codes of refusals that the door itself gives; the window reacts to them in one place. */
export const doorRefusals = {
  notSignedIn: 'not-signed-in',
  locked: 'locked',
  notAllowed: 'not-allowed',
  invalidInput: 'invalid-input',
  notOpen: 'no-shop-open',
  notSaved: 'not-saved',
} as const
