import { z } from 'zod'
import { idSchema, type CampaignId } from '../ids'
import type { Minor } from '../money'
import { command, output, query } from '../request'
import type { Outcome, OutcomeReason, StatementLine } from '../campaigns/campaign'
import type { CampaignView } from '../campaigns/requests'

const campaignId = idSchema<CampaignId>()

/** What a settlement would come to, from stored facts; nothing is decided by looking. */
export interface SettlementPreview {
  readonly campaign: CampaignView
  readonly outcome: Outcome
  readonly reason: OutcomeReason
  /** Orders that would be voided and what would become owed for them. */
  readonly ordersToVoid: number
  readonly newlyOwed: Minor
  /** As the statement would read after the run. */
  readonly lines: readonly StatementLine[]
  readonly total: Omit<StatementLine, 'mode'>
  /** Sentences saying what stands in the way; approval is refused while there are any. */
  readonly blockedBy: readonly string[]
}

export const settlementRequests = {
  /** Ended campaigns without a decision, those being settled, and the latest closed ones. */
  'settlement.list': query(['manager', 'support'], z.strictObject({}), output<readonly CampaignView[]>()),
  'settlement.preview': query(['manager'], z.strictObject({ id: campaignId }), output<SettlementPreview>()),
  /**
   * The one decision, sealed with the approver's password. `outcome` and `newlyOwed` are what the preview showed: refused when the
   * facts have moved since.
   */
  'settlement.approve': command(
    ['manager'],
    {
      id: campaignId,
      outcome: z.enum(['succeeded', 'failed']),
      newlyOwed: z.number().int().min(0),
      password: z.string().max(1000),
    },
    output<{ readonly id: CampaignId }>(),
  ),
}
