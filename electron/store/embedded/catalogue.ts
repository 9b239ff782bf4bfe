import type { BulkJob, BulkPart } from '../../../shared/bulk/job'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { Tally } from '../../../shared/campaigns/tally'
import type { Maker } from '../../../shared/makers/maker'
import type { Product } from '../../../shared/products/product'
import type { RefundBatch } from '../../../shared/refunds/batches/batch'
import type { Account } from '../../../shared/staff/account'
import type { Settings } from '../store'
import { Damaged } from './damaged'
import { documentOf, type DocumentEdition } from './documentNames'
import { bulkPartKey, type Memory } from './memory'
import { upgradeCatalogueRecord } from './upgrades/upgrade'

/** One line of the catalogue document. */
export type CatalogueRecord =
  | { readonly settings: Settings }
  | { readonly product: Product }
  | { readonly maker: Maker }
  | { readonly campaign: Campaign; readonly tally: Tally }
  | { readonly account: Account }
  | { readonly bulkJob: BulkJob }
  | { readonly bulkPart: BulkPart }
  | { readonly refundBatch: RefundBatch }
  | { readonly orderCount: number }
  /** Another document of the folder: where it is gone, something was lost. */
  | DocumentEdition

export function catalogueRecords(memory: Memory, documents: Iterable<DocumentEdition>): readonly CatalogueRecord[] {
  return [
    ...(memory.settings ? [{ settings: memory.settings }] : []),
    { orderCount: memory.orderCount },
    ...Array.from(memory.products.values(), (product) => ({ product })),
    ...Array.from(memory.makers.values(), (maker) => ({ maker })),
    ...memory.campaigns.values(),
    ...Array.from(memory.accounts.values(), (account) => ({ account })),
    ...Array.from(memory.bulkJobs.values(), (bulkJob) => ({ bulkJob })),
    ...Array.from(memory.bulkParts.values(), (bulkPart) => ({ bulkPart })),
    ...Array.from(memory.refundBatches.values(), (refundBatch) => ({ refundBatch })),
    ...documents,
  ]
}

/** Puts the catalogue's records, of that schema, into memory; answers the documents that it counts on. */
export function loadCatalogue(memory: Memory, records: readonly unknown[], schema: number): readonly DocumentEdition[] {
  const documents: DocumentEdition[] = []
  for (const stored of records) {
    const record = upgradeCatalogueRecord(stored, schema)
    if ('settings' in record) memory.settings = record.settings
    else if ('product' in record) memory.products.set(record.product.id, record.product)
    else if ('maker' in record) memory.makers.set(record.maker.id, record.maker)
    else if ('campaign' in record) memory.campaigns.set(record.campaign.id, record)
    else if ('account' in record) memory.accounts.set(record.account.id, record.account)
    else if ('bulkJob' in record) memory.bulkJobs.set(record.bulkJob.id, record.bulkJob)
    else if ('bulkPart' in record) memory.bulkParts.set(bulkPartKey(record.bulkPart), record.bulkPart)
    else if ('refundBatch' in record) memory.refundBatches.set(record.refundBatch.id, record.refundBatch)
    else if ('orderCount' in record) memory.orderCount = record.orderCount
    else if (documentOf(record.document)) documents.push(record)
    else throw new Damaged(`counts on a document of an unknown kind (${record.document})`)
  }
  return documents
}
