// npm run gateway -- [--runs N] [--seed S] [--json]: refunds in batches through a gateway that loses, repeats, delays and reorders its replies,
// again and again, and looks whether anybody was refunded twice or forgotten.
import { parseArgs } from 'node:util'
import { runGateway } from '../gateway/runGateway'

const usage = `npm run gateway -- [--runs N] [--seed S] [--json]

Staff refund some orders in batches, N times (10,000), by the program's own rules and files, through a simulated gateway. Its replies are
lost, repeated, late, out of order, cut off and garbled; files are uploaded twice, results imported twice and into the wrong batch. Each run
follows from its seed, which counts up from S.`

interface Asked {
  readonly runs: number
  readonly seed: number
  readonly json: boolean
}

function readArguments(): Asked | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { runs: text, seed: text, json: { type: 'boolean' } } })
    const [runs, seed] = [Number(values.runs ?? 10_000), Number(values.seed ?? 1)]
    if (Number.isInteger(runs) && runs > 0 && Number.isInteger(seed)) return { runs, seed, json: values.json ?? false }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  const began = performance.now()
  const sums = { runs: 0, refunds: 0, batches: 0, doubleRefunds: 0, forgotten: 0, troubles: 0 }
  for (let seed = asked.seed; seed < asked.seed + asked.runs; seed += 1) {
    const run = await runGateway(seed)
    sums.runs += 1
    sums.refunds += run.refunds
    sums.batches += run.batches
    sums.doubleRefunds += run.doubleRefunds
    sums.forgotten += run.forgotten
    sums.troubles += run.troubles.length
    if (run.doubleRefunds + run.forgotten + run.troubles.length > 0)
      console.error(`seed ${seed}: ${JSON.stringify(run)}`)
    if (sums.runs % 1000 === 0) console.error(`${sums.runs} runs …`)
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const { runs, refunds, batches, troubles, doubleRefunds, forgotten } = sums
  console.log(
    `${runs} runs in ${seconds} s: of ${refunds} refunds in ${batches} batches ${doubleRefunds} were paid twice and ${forgotten} forgotten; ` +
      `${troubles} other troubles.`,
  )
  const told = {
    runs,
    refunds,
    batches,
    doubleRefunds,
    forgotten,
    ...(troubles > 0 && { troubles }),
    seed: asked.seed,
    seconds,
  }
  if (asked.json) console.log(JSON.stringify(told))
  return doubleRefunds + forgotten + troubles === 0 ? 0 : 1
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error)
  return 1
})
