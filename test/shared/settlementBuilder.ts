import type { Outcome, Settlement } from '../../shared/campaigns/campaign'
import { minor } from '../../shared/money'
import { later } from '../../shared/time'
import { endsAt, staffId } from './builders'

/** A settlement whose run is over, or still under way. */
export function aSettlement(outcome: Outcome, run: 'closed' | 'under way' = 'closed'): Settlement {
  const decidedAt = later(endsAt, 60_000)
  const total = { payments: 0, captured: minor(0), kept: minor(0), owed: minor(0), refunded: minor(0) }
  return {
    outcome,
    reason: outcome === 'succeeded' ? 'target met' : 'target missed',
    decidedAt,
    approvedBy: staffId,
    approvedByName: 'Meera Iyer',
    ordersToVoid: 0,
    ordersVoided: 0,
    batches: 0,
    lastOrderId: null,
    statement:
      run === 'under way'
        ? null
        : { closedAt: decidedAt, lines: [], total, ordersPaid: 0, ordersVoided: 0, unitsNet: 0, amountNet: minor(0) },
  }
}
