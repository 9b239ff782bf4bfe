import { z } from 'zod'
import type { Campaign } from '../../../shared/campaigns/campaign'
import { markets } from '../../../shared/campaigns/market'
import { idSchema, type CampaignId } from '../../../shared/ids'
import { minorSchema, unitsSchema } from '../../../shared/request'
import { timelineDays } from '../../../shared/reports/whatIf/pastCurve'
import { mostDays } from '../../../shared/reports/whatIf/requests'
import type { ParsedInput } from '../../../shared/requests'

const place = (last: number) => z.number().int().min(0).max(last).optional().catch(undefined)

/** What the address of "What if" holds: a campaign that the terms begin with, and every term that differs from it. */
export const whatIfSearch = z.object({
  campaignId: idSchema<CampaignId>().optional().catch(undefined),
  market: z.enum(markets).optional().catch(undefined),
  units: unitsSchema.optional().catch(undefined),
  amount: minorSchema
    .refine((amount) => amount > 0)
    .optional()
    .catch(undefined),
  days: z.number().int().min(1).max(mostDays).optional().catch(undefined),
  price: minorSchema
    .refine((price) => price > 0)
    .optional()
    .catch(undefined),
  elasticity: z.number().min(0).max(5).optional().catch(undefined),
  weekday: place(6),
  quarter: place(3),
})

export type WhatIfSearch = z.output<typeof whatIfSearch>

export type WhatIfAsk = ParsedInput<'reports.whatIf'>

const usualUnits = 200
const usualDays = 21

/** The same money is spent at another price. */
const usualElasticity = 1

/** The terms that the address means, given the campaign that it names; null where it names none. */
export function whatIfAsk(search: WhatIfSearch, campaign: Campaign | null): WhatIfAsk {
  const { units, amount } = search
  const own = campaign?.target ?? { kind: 'units', units: usualUnits }
  return {
    market: campaign?.market ?? search.market ?? 'IN',
    target: units !== undefined ? { kind: 'units', units } : amount !== undefined ? { kind: 'amount', amount } : own,
    days: search.days ?? Math.min(mostDays, campaign === null ? usualDays : timelineDays(campaign)),
    price: search.price ?? null,
    elasticity: search.elasticity ?? usualElasticity,
    weekday: search.weekday ?? null,
    quarter: search.quarter ?? null,
  }
}
