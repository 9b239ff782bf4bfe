// npm run faults -- [--quick] [--only 2,5] [--seed S] [--json]: breaks the disk, the power, the clock and the store itself in every way that
// it must get over, and says at how many points it was tried and how often it was not got over.
import { parseArgs } from 'node:util'
import { clockJumps } from '../faults/clocks'
import { runHolder } from '../faults/holder'
import { bitRot, faultInRecovery, powerLoss, tornTail } from '../faults/losses'
import { mutants } from '../faults/mutants'
import { clearPictures } from '../faults/officeOn'
import { noPermission, twoPrograms } from '../faults/programs'
import { theStore, type Proof, type Scale } from '../faults/proof'
import { diskFull, renameRefused, saysNotSaved, syncFails } from '../faults/refusals'
import { crashInSettlement } from '../faults/settlements'
import { smallDisk } from '../faults/smallDisk'
import { failedCalls, killedAtCalls, runLife } from '../faults/systemCalls'

const usage = `npm run faults -- [--quick] [--only 2,5,mutants] [--seed S] [--json]

Tries every fault at every point where it can happen, then plants bugs in the store and sees that each is noticed. --quick tries some of
the points, so many as fit into the tests. Ends with 0 where there was no failure and every bug was noticed.`

const proofs: readonly Proof[] = [
  killedAtCalls,
  powerLoss,
  tornTail,
  bitRot,
  diskFull,
  saysNotSaved,
  smallDisk,
  syncFails,
  failedCalls,
  renameRefused,
  faultInRecovery,
  twoPrograms,
  noPermission,
  clockJumps,
  crashInSettlement,
]

interface Asked extends Scale {
  readonly only: readonly string[]
  readonly json: boolean
}

function readArguments(): Asked | null {
  try {
    const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
    const { values } = parseArgs({ options: { quick: flag, only: text, seed: text, json: flag } })
    const seed = Number(values.seed ?? Date.now() % 2 ** 31)
    const only = values.only?.split(',') ?? []
    if (Number.isInteger(seed)) return { full: !values.quick, seed, only, json: values.json ?? false }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

const mostShown = 5

/** Sums of all that was tried. */
interface Sums {
  faults: number
  points: number
  failures: number
  skipped: number
  mutants: number
  caught: number
}

async function proveAll(asked: Asked, sums: Sums): Promise<void> {
  for (const proof of proofs) {
    if (asked.only.length > 0 && !asked.only.includes(String(proof.fault))) continue
    const began = performance.now()
    const { points, failures, skipped } = await proof.run(theStore, asked)
    const seconds = Math.round((performance.now() - began) / 100) / 10
    sums.faults += 1
    sums.points += points
    sums.failures += failures.length
    const line = { fault: proof.fault, name: proof.name, points, failures: failures.length, seconds }
    if (skipped !== undefined) sums.skipped += 1
    const left = skipped === undefined ? '' : ` (skipped: ${skipped})`
    if (asked.json) console.log(JSON.stringify({ ...line, ...(skipped !== undefined && { skipped }) }))
    else console.log(`${line.fault}. ${line.name}: ${points} points, ${line.failures} failures, ${seconds} s${left}`)
    for (const failure of failures.slice(0, mostShown)) console.error(`  ${failure}`)
  }
}

/** Each planted bug must make one of its proofs fail, at the reduced size already. */
async function plantAll(asked: Asked, sums: Sums): Promise<void> {
  for (const { name, by, subject, plant } of mutants) {
    const putBack = plant?.()
    let noticed: string | null = null
    let how = ''
    for (const proof of by) {
      if (noticed !== null) break
      // A store that is wrong may fail in ways that no proof foresees; that is noticed as well.
      const outcome = await proof
        .run(subject, { full: false, seed: asked.seed })
        .catch((error: unknown) => ({ failures: [String(error)] }))
      if (outcome.failures.length === 0) continue
      noticed = proof.name
      how = outcome.failures[0] ?? ''
    }
    putBack?.()
    sums.mutants += 1
    sums.caught += Number(noticed !== null)
    if (asked.json) console.log(JSON.stringify({ mutant: name, caught: noticed !== null, by: noticed, how }))
    else console.log(`bug: ${name}: ${noticed === null ? 'NOT NOTICED' : `noticed by ${noticed} (${how})`}`)
  }
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  console.log(`faults: seed ${asked.seed}`)
  const began = performance.now()
  const sums: Sums = { faults: 0, points: 0, failures: 0, skipped: 0, mutants: 0, caught: 0 }
  await proveAll(asked, sums)
  if (asked.only.length === 0 || asked.only.includes('mutants')) await plantAll(asked, sums)
  clearPictures()
  const seconds = Math.round((performance.now() - began) / 1000)
  if (asked.json) console.log(JSON.stringify({ ...sums, seed: asked.seed, seconds }))
  else {
    console.log(
      `${sums.points} points of ${sums.faults} proofs, ${sums.failures} failures; ${sums.caught} of ${sums.mutants} planted bugs noticed. ${seconds} s.`,
    )
  }
  return sums.failures === 0 && sums.caught === sums.mutants ? 0 : 1
}

if (process.argv[2] === 'hold') {
  process.exitCode = await runHolder()
} else if (process.argv[2] === 'live') {
  process.exitCode = await runLife(process.argv[3] ?? '')
} else {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(error)
    return 1
  })
}
