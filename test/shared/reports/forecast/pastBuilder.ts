import { spanOf, type PastCampaign, type SeenDay } from '../../../../shared/reports/forecast/seen'
import { addDays, day, endOfDay, startOfDay } from '../../../../shared/time'
import { india } from '../../builders'

const firstDay = day('2018-04-05')

/** A campaign of 30 days for 200 units that is over, and got `brought[n]` units in as many orders on its day n. */
export function aPast(brought: readonly number[], overrides: Partial<PastCampaign> = {}): PastCampaign {
  const startsAt = startOfDay(firstDay, india)
  const target = overrides.target ?? 200
  const days = brought
    .map((units, index): SeenDay => ({
      ...spanOf(addDays(firstDay, index), india, startsAt),
      orders: units,
      amount: units,
    }))
    .filter(({ amount }) => amount !== 0)
  const result = days.reduce((sum, { amount }) => sum + amount, 0)
  return {
    target,
    measure: 'units',
    startsAt,
    endsAt: endOfDay(addDays(firstDay, 29), india),
    startIsKnown: true,
    days,
    zone: india,
    funded: result >= target,
    result,
    ...overrides,
  }
}

/** Numbers from 0 to 1 that look random and are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/**
 * Campaigns that come to anything from a tenth to two and a half times their target. `burst` is the share of it that comes in the last three days;
 * the rest comes at a pace that wanders.
 */
export function somePast(count: number, seed: number, burst = 0): readonly PastCampaign[] {
  const roll = dice(seed)
  return Array.from({ length: count }, () => {
    const result = 200 * Math.exp(Math.log(0.1) + roll() * Math.log(25))
    const perDay = (result * (1 - burst)) / 30
    let pace = 1
    const wander = (): number => (pace = pace ** 0.8 * Math.exp(2 * (roll() - 0.5)))
    return aPast(
      Array.from({ length: 30 }, (_none, index) =>
        Math.round(perDay * wander() + (index >= 27 ? (result * burst) / 3 : 0)),
      ),
    )
  })
}
