import fc from 'fast-check'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from './invariants/act'
import { story } from './invariants/steps'
import { aBeginning, World, type Beginning } from './invariants/world'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env['FC_RUNS'] ?? 300)

let beginning: Beginning
beforeAll(async () => {
  beginning = await aBeginning()
})
afterAll(() => rm(beginning.folder, { recursive: true, force: true }))

test(
  'whatever staff do, in whatever order, the invariants hold after each command and each reopening',
  { timeout: 600_000 },
  async () => {
    console.log(`invariants: FC_SEED=${String(seed)} FC_RUNS=${String(numRuns)}`)
    const reached = {
      accepted: 0,
      refused: 0,
      funded: 0,
      succeeded: 0,
      failed: 0,
      shipped: 0,
      refundsSettled: 0,
      late: 0,
      lapsed: 0,
      voided: 0,
    }
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const world = await World.begin(beginning)
        try {
          for (const step of steps) await act(world, step)
          await world.close()
        } finally {
          await world.end()
        }
        const { campaigns } = world.facts
        const total = (of: (each: (typeof campaigns)[number]) => number): number =>
          campaigns.reduce((sum, each) => sum + of(each), 0)
        reached.accepted += world.accepted
        reached.refused += world.refused
        reached.funded += total(({ campaign }) => Number(campaign.fundedAt !== null))
        reached.succeeded += total(({ campaign }) => Number(campaign.settlement?.outcome === 'succeeded'))
        reached.failed += total(({ campaign }) => Number(campaign.settlement?.outcome === 'failed'))
        reached.shipped += total(({ tally }) => tally.shipped.orders)
        reached.refundsSettled += total(({ tally }) => tally.refundsSettled)
        reached.late += total(({ tally }) => tally.late.orders)
        reached.lapsed += total(({ tally }) => tally.lapsed.orders)
        reached.voided += total(({ tally }) => tally.voided.orders)
      }),
      { seed, numRuns },
    )
    console.log('reached', JSON.stringify(reached))
    // Stories that never get anywhere would prove nothing.
    if (numRuns >= 100) for (const count of Object.values(reached)) expect(count).toBeGreaterThan(0)
  },
)
