import fc from 'fast-check'

/** One thing that someone does. Numbers choose among what there is at that moment, so that any sequence makes sense. */
export type Step =
  | { readonly kind: 'clock'; readonly move: (typeof moves)[number]; readonly pick: number }
  | {
      readonly kind: 'launch'
      readonly product: number
      readonly target: number
      readonly byAmount: boolean
      readonly cap: number | null
      readonly limit: number | null
      readonly windowMinutes: number
      readonly days: number
    }
  | {
      readonly kind: 'place'
      readonly campaign: number
      readonly phone: number
      readonly units: number
      readonly shown: number
    }
  | {
      readonly kind: 'pay'
      readonly order: number
      readonly when: (typeof paidWhen)[number]
      readonly amount: (typeof amounts)[number]
      readonly mode: number
      readonly again: boolean
    }
  | { readonly kind: 'cancel'; readonly order: number; readonly units: number }
  | { readonly kind: 'undo'; readonly order: number }
  | { readonly kind: 'ship' | 'deliver'; readonly order: number }
  | { readonly kind: 'refund'; readonly refund: number; readonly deed: (typeof refundDeeds)[number] }
  | { readonly kind: 'offer'; readonly campaign: number; readonly percent: number }
  | { readonly kind: 'callOff'; readonly campaign: number }
  | { readonly kind: 'approve'; readonly campaign: number; readonly honest: boolean }
  | { readonly kind: 'product'; readonly product: number; readonly deed: (typeof productDeeds)[number] }
  | { readonly kind: 'staff'; readonly account: number; readonly active: boolean; readonly role: number }
  | { readonly kind: 'duties' | 'close' | 'crash' | 'repeat' | 'reuse' }

export const moves = [
  'minutes',
  'past the window',
  'exactly payBy',
  'day',
  'exactly the end',
  'past the end',
  'week',
  'back',
] as const
export const paidWhen = ['now', 'payBy', 'placed', 'end', 'future', 'before'] as const
export const amounts = ['left', 'total', 'wrong', 'zero'] as const
export const refundDeeds = ['send', 'settle', 'fail', 'retry', 'release'] as const
export const productDeeds = ['price', 'archive', 'restore', 'draft', 'reorder', 'duplicate'] as const

const small = fc.nat({ max: 7 })

const launch = fc.record({
  kind: fc.constant('launch' as const),
  product: small,
  target: fc.integer({ min: 1, max: 6 }),
  byAmount: fc.boolean(),
  cap: fc.option(fc.integer({ min: 6, max: 12 }), { freq: 1 }),
  limit: fc.option(fc.integer({ min: 2, max: 5 }), { freq: 1 }),
  windowMinutes: fc.constantFrom(5, 30, 1440, 10_080),
  days: fc.integer({ min: 3, max: 15 }),
})

/** Placing and paying come most often, else nothing would ever be funded. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      move: fc.constantFrom('minutes' as const, 'minutes' as const, 'minutes' as const, ...moves),
      pick: small,
    }),
  },
  { weight: 2, arbitrary: launch },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      campaign: small,
      phone: fc.nat({ max: 2 }),
      units: fc.integer({ min: 1, max: 4 }),
      shown: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      order: fc.nat({ max: 20 }),
      when: fc.constantFrom('now' as const, 'now' as const, 'now' as const, 'now' as const, ...paidWhen),
      amount: fc.constantFrom('left' as const, 'left' as const, 'left' as const, ...amounts),
      mode: fc.nat({ max: 4 }),
      again: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('cancel' as const),
      order: fc.nat({ max: 20 }),
      units: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), order: fc.nat({ max: 20 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('ship' as const, 'deliver' as const), order: fc.nat({ max: 20 }) }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      refund: fc.nat({ max: 20 }),
      deed: fc.constantFrom(...refundDeeds),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('offer' as const),
      campaign: small,
      percent: fc.constantFrom(0.5, 10, 33.33, 100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('callOff' as const), campaign: small }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('approve' as const),
      campaign: small,
      honest: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('product' as const),
      product: small,
      deed: fc.constantFrom(...productDeeds),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('staff' as const),
      account: small,
      active: fc.boolean(),
      role: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('duties' as const, 'close' as const, 'crash' as const, 'repeat' as const, 'reuse' as const),
    }),
  },
)

/** Begins with a campaign: before there is one, hardly anything can be done. */
export const story: fc.Arbitrary<readonly Step[]> = fc
  .tuple(launch, fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }))
  .map(([first, rest]) => [first, ...rest])
