import type { CampaignId } from '../../shared/ids'
import type { AuditSubject } from '../../shared/audit/entry'
import type { CommandName, ParsedInput, QueryName, RequestOutput } from '../../shared/requests'
import type { Result } from '../../shared/result'
import type { Actor } from '../../shared/staff/actor'
import type { Instant } from '../../shared/time'
import type { BulkDesk } from '../bulk/bulkDesk'
import type { Forecaster } from '../forecast/forecaster'
import type { Backups } from '../backups/backups'
import type { CourierFiles } from '../courier/courierFiles'
import type { Imports } from '../imports/imports'
import type { PictureFolder } from '../pictures/pictureFolder'
import type { Reconciliations } from '../reconcile/reconciliations'
import type { Passwords } from '../session/password'
import type { Proofs } from '../session/proof'
import type { ReportDesk } from '../reports/reportDesk'
import type { Session } from '../session/session'
import type { Sheets } from '../sheets/sheets'
import type { Shop } from '../shop'
import type { Shops } from '../shops'
import type { PrintPage } from '../printPage'
import type { SaveFile } from '../saveFile'
import type { Reads, Transaction } from '../store/store'

/** Requests about the shop as a whole, its backups and the session: the only ones that go beyond the open shop's data. */
export type FrontName = Extract<
  QueryName,
  `shop.${string}` | `session.${string}` | `backups.${string}` | `sheets.${string}`
>
export type ShownName = Exclude<QueryName, FrontName>

export interface Front {
  readonly shops: Shops
  readonly session: Session
  readonly proofs: Proofs
  readonly backups: Backups
  readonly sheets: Sheets
  readonly imports: Imports
  readonly reports: ReportDesk
  readonly reconciliations: Reconciliations
  /** Prints the page of the window that asks; null where none does. */
  readonly print: PrintPage | null
  readonly courierFiles: CourierFiles
  /** The bulk jobs of the open shop. */
  readonly bulk: (shop: Shop) => BulkDesk
  /** What was learnt from the open shop's campaigns. */
  readonly forecaster: (shop: Shop) => Forecaster
}

/** What a query may work with. */
export interface QueryDesk {
  readonly read: Reads
  readonly at: Instant
  readonly by: Actor
  readonly bulk: () => BulkDesk
  readonly forecaster: () => Forecaster
  readonly saveFile: SaveFile
}

/** What a command may work with before and in its one commit. */
export interface CommandDesk {
  /** What was last committed; to decide by it, read again within the commit. */
  readonly read: Reads
  readonly by: Actor
  readonly newId: () => string
  readonly pictures: PictureFolder
  readonly passwords: Passwords
  readonly bulk: () => BulkDesk
  /** Has whoever asks prove by their password that it is them. Refused at `field`. */
  prove(password: string, field: string): Promise<Result<true>>
  /** Decides and saves: one durable commit with its audit entry, or a refusal that changes nothing. */
  commit<Output>(work: Work<Output>): Promise<Result<Output>>
  /** Sets the run of approved settlements going; does not wait for it. */
  runSettlements(): void
  /** Sets the run of started bulk jobs going; does not wait for it. */
  runBulkJobs(): void
}

export interface CommitDesk {
  readonly tx: Transaction
  readonly at: Instant
  readonly by: Actor
  /**
   * Takes note of the campaign's lapses that are due, in this same commit, so that caps, limits and numbers are those of
   * `at`. Every command on orders begins with it.
   */
  readonly lapseDue: (campaignId: CampaignId) => Promise<void>
}

export type Work<Output> = (desk: CommitDesk) => Promise<Result<Done<Output>>>

/** What a command comes to, besides what it has put. */
export interface Done<Output> {
  readonly reply: Output
  readonly subject: AuditSubject
  /** One sentence without personal data. */
  readonly summary: string
}

/** Mapped over the names of `shared/requests.ts`, so that a request without a handler does not compile. */
export type FrontHandlers = {
  readonly [Name in FrontName]: (input: ParsedInput<Name>, front: Front) => Promise<Result<RequestOutput<Name>>>
}
export type QueryHandlers = {
  readonly [Name in ShownName]: (input: ParsedInput<Name>, desk: QueryDesk) => Promise<Result<RequestOutput<Name>>>
}
export type CommandHandlers = {
  readonly [Name in CommandName]: (input: ParsedInput<Name>, desk: CommandDesk) => Promise<Result<RequestOutput<Name>>>
}

/** The handlers of one feature: `satisfies FeatureHandlers<'makers'>` asks for all of its requests. */
export type FeatureHandlers<Feature extends string> = {
  readonly [Name in Extract<ShownName, `${Feature}.${string}`>]: QueryHandlers[Name]
} & { readonly [Name in Extract<CommandName, `${Feature}.${string}`>]: CommandHandlers[Name] }
