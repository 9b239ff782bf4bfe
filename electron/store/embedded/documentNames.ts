import type { CampaignId } from '../../../shared/ids'

/** What a document is about: its path in the data folder without the ending, always with forward slashes. */
export type DocumentName = 'catalogue' | `orders/${string}` | `audit/${string}`

export const catalogueFile = 'catalogue.json'

export const ordersFolder = 'orders'
export const auditFolder = 'audit'

export const ordersName = (id: CampaignId): DocumentName => `${ordersFolder}/${id}`

/** The part of the audit trail that begins with this entry. */
export const auditName = (first: number): DocumentName => `${auditFolder}/${String(first).padStart(9, '0')}`

/**
 * A document as the catalogue counts on it. Each snapshot writes what changed under new names, so that what stood before stays whole
 * until the catalogue, written last, names the new ones.
 */
export interface DocumentEdition {
  readonly document: DocumentName
  /** The last commit that it includes. */
  readonly upTo: number
  /** Bytes. */
  readonly size: number
  /** Of its records: what did not change since an older version of the program stays as that wrote it. */
  readonly schema: number
  /** Of orders: the lowest and the highest sequence in it, so that a list knows which campaigns it can leave on the disk. */
  readonly span?: Span
}

/** Sequences of orders, both inclusive. */
export type Span = readonly [lowest: number, highest: number]

/** What its files are named by. */
export type EditionName = Pick<DocumentEdition, 'document' | 'upTo'>

export const documentFile = ({ document, upTo }: EditionName): string => `${document}.${String(upTo)}.json`

export const indexFile = ({ document, upTo }: EditionName): string => `${document}.${String(upTo)}.index`

const ofStore = /^(?:(orders)\/([A-Za-z0-9_-]+)|(audit)\/\d{9,})\.\d+\.(?:json|index)$/u

/** Whether the file is one that a snapshot wrote. */
export const isEdition = (file: string): boolean => ofStore.test(file)

const name = /^(?:orders\/([A-Za-z0-9_-]+)|audit\/(\d{9,}))$/u

/** What a document other than the catalogue is about, or null where the name is not of the store. */
export function documentOf(
  document: string,
):
  | { readonly kind: 'orders'; readonly campaignId: CampaignId }
  | { readonly kind: 'audit'; readonly first: number }
  | null {
  const [, campaignId, first] = name.exec(document) ?? []
  if (campaignId !== undefined) return { kind: 'orders', campaignId: campaignId as CampaignId }
  return first === undefined ? null : { kind: 'audit', first: Number(first) }
}
