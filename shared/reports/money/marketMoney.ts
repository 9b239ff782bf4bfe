import type { Campaign } from '../../campaigns/campaign'
import type { Market } from '../../campaigns/market'
import type { CampaignId } from '../../ids'
import { minor, type Currency, type Minor } from '../../money'
import { dayOf, type Day } from '../../time'
import type { Breakdown } from '../breakdown/breakdown'
import { recognisedAt } from '../ledger/journal'

/** captured = held + revenue + owed + refunded. */
export interface MoneySum {
  readonly captured: Minor
  /** Kept for supporters, as it is not decided yet that the campaign succeeded. */
  readonly held: Minor
  /** Kept by the company. */
  readonly revenue: Minor
  /** Owed, sent or failed: not with the supporters yet. */
  readonly owed: Minor
  readonly refunded: Minor
}

export interface CampaignMoney extends MoneySum {
  readonly campaignId: CampaignId
  readonly label: string
  /** Whether its settlement is closed, so that it has a statement. */
  readonly closed: boolean
}

export interface MarketMoney {
  readonly market: Market
  readonly currency: Currency
  readonly campaigns: readonly CampaignMoney[]
  readonly total: MoneySum
  /** Markets that have any campaign, so that one of them can be chosen. */
  readonly markets: readonly Market[]
}

interface MoneyFacts {
  readonly campaign: Campaign
  readonly label: string
  readonly breakdown: Breakdown | undefined
}

/** Where a campaign's money stood at the end of `to`, a day of its zone. */
export function campaignMoney({ campaign, label, breakdown }: MoneyFacts, to: Day): CampaignMoney {
  let [captured, promised, refunded] = [0, 0, 0]
  for (const [day, money] of Object.entries(breakdown?.days ?? {})) {
    if (day > to) continue
    captured += money.captured
    promised += money.owed
    refunded += money.refunded
  }
  const recognised = recognisedAt(campaign)
  const isRevenue = recognised !== null && dayOf(recognised, campaign.zone) <= to
  const kept = minor(captured - promised)
  return {
    campaignId: campaign.id,
    label,
    closed: (campaign.settlement?.statement ?? null) !== null,
    captured: minor(captured),
    held: isRevenue ? minor(0) : kept,
    revenue: isRevenue ? kept : minor(0),
    owed: minor(promised - refunded),
    refunded: minor(refunded),
  }
}

export function moneyTotal(campaigns: readonly CampaignMoney[]): MoneySum {
  const sum = (of: keyof MoneySum): Minor => minor(campaigns.reduce((total, each) => total + each[of], 0))
  return {
    captured: sum('captured'),
    held: sum('held'),
    revenue: sum('revenue'),
    owed: sum('owed'),
    refunded: sum('refunded'),
  }
}
