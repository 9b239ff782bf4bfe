import type { CampaignReads, CampaignWithTally, MakerReads, ProductReads, Reads, StaffReads } from '../store'
import type { Memory } from './memory'
import type { Answers } from './reads'

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

export const campaignAnswers = (memory: Memory): Answers<CampaignReads> => ({
  one: (id) => memory.campaigns.get(id) ?? null,
  all: () => [...memory.campaigns.values()].sort(newestFirst),
  ofProduct: (id) =>
    [...memory.campaigns.values()].filter(({ campaign }) => campaign.productId === id).sort(newestFirst),
})

export const staffAnswers = (memory: Memory): Answers<StaffReads> => ({
  one: (id) => memory.accounts.get(id) ?? null,
  bySignInName: (name) =>
    [...memory.accounts.values()].find(({ signInName }) => signInName === name.toLowerCase()) ?? null,
  all: () => [...memory.accounts.values()],
})

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0

const newestFirst = (left: CampaignWithTally, right: CampaignWithTally): number =>
  right.campaign.createdAt - left.campaign.createdAt || byId(left.campaign, right.campaign)
