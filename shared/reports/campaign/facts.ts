import type { CampaignView } from '../../campaigns/requests'
import type { VariantId } from '../../ids'
import type { Breakdown } from '../breakdown/breakdown'

/** All that a campaign's charts are made of. None of it is about a person. */
export interface CampaignFacts extends CampaignView {
  readonly breakdown: Breakdown
  readonly variants: readonly { readonly id: VariantId; readonly name: string }[]
}

/** Supporters of a campaign whose orders are paid and not cancelled whole. */
export interface SupporterFacts {
  readonly supporters: number
  /** Of them, those with several such orders in this campaign. */
  readonly repeated: number
  /** Of them, those who supported a campaign that was launched before this one. */
  readonly returning: number
}
