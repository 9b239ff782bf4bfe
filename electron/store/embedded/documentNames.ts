import type { CampaignId } from '../../../shared/ids'

/** A document's name: its path in the data folder, always with forward slashes. */
export type DocumentName = 'catalogue.json' | `orders/${string}.json` | `audit/${string}.json`

export const catalogueName = 'catalogue.json' satisfies DocumentName

export const ordersFolder = 'orders'
export const auditFolder = 'audit'

export const ordersName = (id: CampaignId): DocumentName => `${ordersFolder}/${id}.json`
export const auditName = (month: string): DocumentName => `${auditFolder}/${month}.json`

const document = /^(?:orders\/([A-Za-z0-9_-]+)|audit\/([+-]?\d{4,6}-\d{2}))\.json$/u

/** What a document other than the catalogue is about, or null where the name is not of the store. */
export function documentOf(
  name: string,
):
  | { readonly kind: 'orders'; readonly campaignId: CampaignId }
  | { readonly kind: 'audit'; readonly month: string }
  | null {
  const [, campaignId, month] = document.exec(name) ?? []
  if (campaignId !== undefined) return { kind: 'orders', campaignId: campaignId as CampaignId }
  return month === undefined ? null : { kind: 'audit', month }
}
