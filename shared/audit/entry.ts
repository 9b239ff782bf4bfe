import type { CampaignId, CommandId, OrderId, ProductId, StaffId } from '../ids'
import type { Instant } from '../time'

/** One changed fact of a record, as text a person reads; null where there was or is none. */
export interface Change {
  readonly record: string
  readonly fact: string
  readonly before: string | null
  readonly after: string | null
}

/** What an entry is about, so that a page can ask for the trail of one thing. */
export interface AuditSubject {
  readonly productId?: ProductId
  readonly campaignId?: CampaignId
  readonly orderId?: OrderId
  readonly staffId?: StaffId
}

/**
 * One accepted command: who, when, what, before and after. Each entry seals the one before it (`seal`), so that a
 * changed or missing entry is noticed.
 */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly sequence: number
  readonly commandId: CommandId
  /** Digest of the command's input: the same id with other input is refused. */
  readonly inputDigest: string
  /** The request's name, `orders.cancel`; the program's own deeds are named likewise, `orders.lapse`. */
  readonly action: string
  readonly at: Instant
  readonly byId: StaffId | null
  readonly byName: string
  readonly subject: AuditSubject
  /** One sentence without personal data: `Cancelled 2 units of 100042-7`. */
  readonly summary: string
  readonly changes: readonly Change[]
  /** What the command answered, to answer the same again. */
  readonly reply: unknown
  readonly seal: string
}
