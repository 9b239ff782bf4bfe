import type { CampaignId, StaffId } from '../ids'
import { refuse, type Refused } from '../result'
import type { Instant } from '../time'
import type { RememberedReading } from './courierFields'
import type { ImportFieldId } from './importFields'
import type { Remembered } from './remembered'

/** An import that was decided: all of its orders come, whatever happens meanwhile. */
export interface ImportUnderWay {
  readonly id: string
  /** As whoever chose it knows it, without its folder. */
  readonly file: string
  /** Of the checked orders that are kept beside the shop's data until the last of them is in. */
  readonly sha256: string
  readonly orders: number
  /** How many of them are in. */
  readonly done: number
  readonly byId: StaffId
  readonly byName: string
  readonly at: Instant
  readonly campaignIds: readonly CampaignId[]
  /** When the bar of a campaign reaches 100 % with these orders: the instant the deciding payment was confirmed. */
  readonly fundedAt: Readonly<Record<CampaignId, Instant>>
}

/** What the shop knows of imports. */
export interface ImportSettings {
  readonly importUnderWay: ImportUnderWay | null
  /** How many orders ever came by import. */
  readonly importedOrders: number
  /** The latest last. */
  readonly importMappings: readonly Remembered<ImportFieldId>[]
  /** How couriers' files were read, the latest last; absent before the first. */
  readonly courierReadings?: readonly RememberedReading[]
}

export const firstImportSettings: ImportSettings = { importUnderWay: null, importedOrders: 0, importMappings: [] }

/**
 * Why nothing that takes room in the campaign, or closes it, is done at this moment: orders that were promised room are still coming
 * in. Null where none are.
 */
export function refuseWhileImported({ importUnderWay }: ImportSettings, campaignId: CampaignId): Refused | null {
  if (importUnderWay === null || !importUnderWay.campaignIds.includes(campaignId)) return null
  return refuse('import-under-way', 'Orders of this campaign are being imported. Try again when that is done.')
}
