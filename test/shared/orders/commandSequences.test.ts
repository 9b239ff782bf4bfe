import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Target } from '../../../shared/campaigns/campaign'
import { paymentModes } from '../../../shared/campaigns/paymentMode'
import { id, type OfferId } from '../../../shared/ids'
import { minor } from '../../../shared/money'
import { refundActions } from '../../../shared/refunds/transitions'
import { dayLength, hour, later, minute } from '../../../shared/time'
import { aCampaign, startsAt } from '../builders'
import { CampaignInMemory, type Command } from './campaignInMemory'
import { check } from './campaignInvariants'

/** A short campaign, so that chance meets its boundaries: a day long, ten pieces or so, unit prices that do not divide well. */
const campaigns = fc
  .record({
    target: fc.oneof(
      fc.record({ kind: fc.constant('units' as const), units: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 5000 }).map(minor) }),
    ),
    price: fc.constantFrom(minor(999), minor(1), minor(1001)),
    percent: fc.constantFrom(0, 33.33, 100),
    cap: fc.constantFrom(null, 8, 12),
    perSupporterLimit: fc.constantFrom(null, 3, 4),
  })
  .map(({ target, price, percent, cap, perSupporterLimit }) =>
    aCampaign({
      target: target satisfies Target,
      price,
      cap,
      perSupporterLimit,
      endsAt: later(startsAt, dayLength),
      paymentWindowMinutes: 120,
      offers:
        percent === 0
          ? []
          : [
              {
                id: id<OfferId>('offer-festival'),
                name: 'Festival',
                discount: { kind: 'percent', percent },
                startsAt: later(startsAt, 2 * hour),
                endsAt: later(startsAt, 6 * hour),
                addedAt: startsAt,
                withdrawnAt: null,
              },
            ],
    }),
  )

const anyOrder = fc.nat({ max: 11 })

const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('clock' as const), by: clockMoves() }) },
  {
    weight: 24,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      phone: fc.nat({ max: 2 }),
      units: fc.integer({ min: 1, max: 4 }),
      white: fc.boolean(),
    }),
  },
  { weight: 32, arbitrary: payments() },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('cancel' as const),
      order: anyOrder,
      units: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('undo' as const), order: anyOrder }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constantFrom('ship' as const, 'deliver' as const), order: anyOrder }) },
  {
    weight: 30,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      refund: fc.nat({ max: 9 }),
      action: fc.constantFrom(...refundActions),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Command>({ kind: 'end' }, { kind: 'call off' }),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Command>({ kind: 'approve' }, { kind: 'batch', size: 2 }, { kind: 'close' }),
  },
)

function clockMoves(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 * minute }) },
    { weight: 2, arbitrary: fc.integer({ min: 2 * hour, max: 4 * hour }) },
    { weight: 1, arbitrary: fc.integer({ min: -3 * hour, max: 0 }) },
    { weight: 1, arbitrary: fc.constantFrom(1, -1) },
  )
}

function payments(): fc.Arbitrary<Command> {
  return fc.record({
    kind: fc.constant('pay' as const),
    order: anyOrder,
    mode: fc.constantFrom(...paymentModes),
    confirmed: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
      { weight: 2, arbitrary: fc.constantFrom('payBy' as const, 'after payBy' as const, 'placed' as const) },
    ),
    amount: fc.oneof(
      { weight: 6, arbitrary: fc.constant('what is left' as const) },
      { weight: 3, arbitrary: fc.constantFrom('the whole' as const, 'something else' as const) },
    ),
    repeated: fc.nat({ max: 9 }).map((chance) => chance === 0),
  })
}

const shownNow = (run: CampaignInMemory): CampaignInMemory => Object.assign(new CampaignInMemory(run.campaign), run)

function playOn(run: CampaignInMemory, sequence: readonly Command[]): void {
  for (const command of sequence) {
    const before = shownNow(run)
    const accepted = run.do(command)
    check(before, run, accepted)
  }
}

/** Whatever went before: the campaign ends, is settled in small batches, and settling once more changes nothing. */
function settle(run: CampaignInMemory): void {
  const steps: Command[] = [{ kind: 'end' }, { kind: 'approve' }]
  const batches = Math.ceil(run.orders.length / 2) + 1
  for (let batch = 0; batch < batches; batch += 1) steps.push({ kind: 'batch', size: 2 })
  steps.push({ kind: 'close' }, { kind: 'approve' }, { kind: 'batch', size: 2 }, { kind: 'close' })
  playOn(run, steps)
}

test('money, bar, limits and outcome hold over any sequence of commands', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(campaigns, fc.array(commands, { minLength: 20, maxLength: 60, size: 'max' }), (campaign, sequence) => {
      const run = new CampaignInMemory(campaign)
      playOn(run, sequence)
      settle(run)
      const { settlement, fundedAt, calledOff } = run.campaign
      if (calledOff !== null) expect(settlement?.reason).toBe('called off')
      expect(settlement?.statement).toMatchObject({ ordersVoided: run.tally.voided.orders })
      expect(settlement?.outcome).toBe(fundedAt === null ? 'failed' : 'succeeded')
    }),
    { numRuns: 300 },
  )
})
