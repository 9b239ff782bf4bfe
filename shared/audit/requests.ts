import { z } from 'zod'
import { idSchema, type CampaignId, type OrderId, type ProductId, type StaffId } from '../ids'
import { instantSchema, output, query, sliceShape, type Slice } from '../request'
import type { AuditEntry } from './entry'

/** An entry as the page shows it: without what only the program needs. */
export type AuditRow = Omit<AuditEntry, 'reply' | 'inputDigest' | 'seal'>

export interface AuditSlice extends Slice<AuditRow> {
  /** Everyone and every action that occurs in the trail, for the filters. */
  readonly people: readonly { readonly id: StaffId | null; readonly name: string }[]
  readonly actions: readonly string[]
}

const auditFilterShape = {
  byId: idSchema<StaffId>().nullable(),
  /** The program's own deeds only. */
  byProgram: z.boolean(),
  action: z.string().max(60).nullable(),
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  text: z.string().max(200),
  productId: idSchema<ProductId>().nullable(),
  campaignId: idSchema<CampaignId>().nullable(),
  orderId: idSchema<OrderId>().nullable(),
}

export const auditRequests = {
  /** Newest first. */
  'audit.page': query(['manager'], z.strictObject({ ...auditFilterShape, ...sliceShape }), output<AuditSlice>()),
}
