import type { CampaignId } from '../../shared/ids'

/** What the program asks of its data, asked of each contender alike. */
export interface Contender {
  open(): Promise<void>
  close(): Promise<void>
  /** The newest 50 orders, whole; answers their sequences. */
  firstPage(): Promise<readonly number[]>
  /** Numbers of all running campaigns, their last days, what is to ship, what refunds are open. Answers how many orders are to ship. */
  dashboard(): Promise<number>
  /** Orders placed by day; answers how many days. */
  daySeries(campaignId: CampaignId): Promise<number>
  /** Ships the order of that sequence, with an entry in the trail: one durable command. */
  ship(sequence: number): Promise<void>
  /** The same for many callers at once. */
  shipTogether(sequences: readonly number[]): Promise<void>
  /** The newest 50 orders that hold the text in what is searched; answers their sequences. */
  search(text: string): Promise<readonly number[]>
  /** Voids what is paid in a campaign that failed, each order with its refund entry; answers how many. */
  settle(campaignId: CampaignId): Promise<number>
}

export const contenderNames = ['ours', 'sqlite', 'lowdb'] as const
export type ContenderName = (typeof contenderNames)[number]

export const pageLength = 50
