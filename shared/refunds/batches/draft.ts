import { currencies, minor, type Currency, type Minor } from '../../money'
import type { Instant } from '../../time'
import { routeOf } from '../dueClock'
import type { BatchRoute } from './batch'
import { chooseRefunds, paymentOf, type Candidate, type LeftOut } from './chooseRefunds'

/** A batch that could be made of what was chosen. */
export interface DraftBatch {
  readonly route: BatchRoute
  readonly currency: Currency
  readonly count: number
  readonly total: Minor
  /** Payments that the gateway refuses within a month. */
  readonly soonTooOld: number
}

export interface Draft {
  readonly batches: readonly DraftBatch[]
  readonly leftOut: readonly LeftOut[]
}

/** What would go where: one batch for each currency and way, and why the rest goes nowhere. */
export function draftBatches(candidates: readonly Candidate[], at: Instant): Draft {
  const batches: DraftBatch[] = []
  const leftOut: LeftOut[] = []
  for (const currency of currencies) {
    for (const route of ['gateway', 'bank transfer'] as const) {
      const own = candidates.filter(
        (candidate) =>
          candidate.order.currency === currency &&
          (wayOf(candidate, at) === 'bank transfer') === (route === 'bank transfer'),
      )
      const choice = chooseRefunds(own, { route, currency }, at)
      leftOut.push(...choice.leftOut)
      const { chosen } = choice
      if (chosen.length === 0) continue
      batches.push({
        route,
        currency,
        count: chosen.length,
        total: minor(chosen.reduce((sum, { refund }) => sum + refund.amount, 0)),
        soonTooOld: chosen.filter((candidate) => wayOf(candidate, at) === 'gateway, soon too old').length,
      })
    }
  }
  return { batches, leftOut }
}

const wayOf = (candidate: Candidate, at: Instant) => routeOf(paymentOf(candidate), at)
