import type { CampaignId, DashboardId } from '../ids'

/** A chart in its place: which one, of which campaign where it shows one, and whether it takes the whole width. */
export interface DashboardChart {
  /** The chart's name in the list of charts; one that this program does not know is shown as missing. */
  readonly chart: string
  readonly campaignId: CampaignId | null
  readonly wide: boolean
}

/** Charts that one member of staff put together for themself, in their order. */
export interface Dashboard {
  readonly id: DashboardId
  readonly name: string
  readonly charts: readonly DashboardChart[]
}
