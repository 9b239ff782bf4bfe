import { emptyBreakdown } from '../../../shared/reports/breakdown/breakdown'
import { assert } from '../../../shared/result'
import type {
  BatchReads,
  BulkReads,
  CampaignReads,
  CampaignWithTally,
  MakerReads,
  ProductReads,
  Reads,
  StaffReads,
} from '../store'
import { bulkPartKey, type Memory } from './memory'
import type { Answers, LongAnswers } from './reads'
import { supportersOf } from './supporters'

export const settingsAnswers = (memory: Memory): Answers<Reads['settings']> => ({ get: () => memory.settings })

export const productAnswers = (memory: Memory): Answers<ProductReads> => ({
  one: (id) => memory.products.get(id) ?? null,
  all: () =>
    [...memory.products.values()].sort(
      (left, right) => left.position - right.position || left.createdAt - right.createdAt || byId(left, right),
    ),
})

export const makerAnswers = (memory: Memory): Answers<MakerReads> => ({
  one: (id) => memory.makers.get(id) ?? null,
  all: () => [...memory.makers.values()],
})

export const campaignAnswers = (memory: Memory): LongAnswers<CampaignReads, 'supporters'> => ({
  one: (id) => memory.campaigns.get(id) ?? null,
  all: () => [...memory.campaigns.values()].sort(newestFirst),
  ofProduct: (id) =>
    [...memory.campaigns.values()].filter(({ campaign }) => campaign.productId === id).sort(newestFirst),
  breakdown: (id) =>
    memory.campaigns.has(id) ? (memory.orders.shards().get(id)?.breakdown.told() ?? emptyBreakdown) : null,
  breakdowns: () =>
    new Map(
      Array.from(memory.orders.shards())
        .filter(([, { rows }]) => rows > 0)
        .map(([id, { breakdown }]) => [id, breakdown.told()]),
    ),
  supporters: (id) => supportersOf(memory, id),
})

export const staffAnswers = (memory: Memory): Answers<StaffReads> => ({
  one: (id) => memory.accounts.get(id) ?? null,
  bySignInName: (name) =>
    [...memory.accounts.values()].find(({ signInName }) => signInName === name.toLowerCase()) ?? null,
  all: () => [...memory.accounts.values()],
})

export const bulkAnswers = (memory: Memory): Answers<BulkReads> => ({
  one: (id) => memory.bulkJobs.get(id) ?? null,
  all: () => [...memory.bulkJobs.values()].sort((left, right) => right.startedAt - left.startedAt || byId(left, right)),
  parts: (id) =>
    Array.from({ length: memory.bulkJobs.get(id)?.parts ?? 0 }, (_, index) => {
      const part = memory.bulkParts.get(bulkPartKey({ jobId: id, index }))
      assert(part !== undefined, 'a bulk job has all of its parts')
      return part
    }),
})

export const batchAnswers = (memory: Memory): Answers<BatchReads> => ({
  one: (id) => memory.refundBatches.get(id) ?? null,
  all: () => [...memory.refundBatches.values()].sort((left, right) => right.number - left.number),
})

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0

const newestFirst = (left: CampaignWithTally, right: CampaignWithTally): number =>
  right.campaign.createdAt - left.campaign.createdAt || byId(left.campaign, right.campaign)
