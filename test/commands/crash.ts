// npm run crash -- [--kills N] [--seed S] [--folder DIR] [--json]: kills a program that writes, again and again, and looks whether anything it had
// acknowledged is gone.
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chanceFrom } from '../../electron/sample/chance'
import { makeBase } from '../crash/base'
import { runChild } from '../crash/child'
import { Lane, type Kill } from '../crash/lane'
import { inMemory } from '../memory'

const usage = `npm run crash -- [--kills N] [--seed S] [--folder DIR] [--json]

A child gives commands to a shop and is killed at a random moment, N times (500). After each kill the shop is opened and compared with
what the child had been told to be saved. The seed decides what is done; the moment of a kill is never the same twice.
It happens in DIR, or in memory where the system has folders there.`

/** While one child works, what another left is looked at and a third is loaded. */
const lanes = 3

/** Memory where there is some: a killed program takes nothing with it that it had handed to the system, so a disk would add only time. */
const usualParent = inMemory

interface Sums {
  kills: number
  acknowledged: number
  lost: number
  halves: number
  doubleRefunds: number
  troubles: number
}

async function killMany(kills: number, seed: number, parent: string): Promise<{ sums: Sums; reopens: number[] }> {
  const sums: Sums = { kills: 0, acknowledged: 0, lost: 0, halves: 0, doubleRefunds: 0, troubles: 0 }
  const reopens: number[] = []
  // Mostly small; one in four has a settlement of more than one batch before it.
  const [small, large] = [await makeBase(parent, 12), await makeBase(parent, 320)]
  let started = 0
  const count = (lane: Lane, kill: Kill): void => {
    sums.kills += 1
    sums.acknowledged += kill.acknowledged
    reopens.push(kill.reopenMilliseconds)
    for (const kind of ['lost', 'halves', 'doubleRefunds', 'troubles'] as const) {
      sums[kind] += kill[kind].length
      for (const what of kill[kind].slice(0, 5)) console.error(`kill ${sums.kills}, ${kind}: ${what} (${lane.folder})`)
    }
  }
  const keepKilling = async (number: number): Promise<void> => {
    const lane = new Lane(
      { parent, program: process.argv[1] ?? '' },
      [small, small, small, large],
      chanceFrom(seed + number),
    )
    try {
      while (started < kills) {
        started += 1
        count(lane, await lane.killOne())
        if (sums.kills % 100 === 0) console.error(`${sums.kills} kills, ${sums.acknowledged} acknowledged …`)
      }
    } finally {
      await lane.end()
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, number) => keepKilling(number)))
  return { sums, reopens }
}

interface Asked {
  readonly kills: number
  readonly seed: number
  readonly folder: string
  readonly json: boolean
}

function readArguments(): Asked | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { kills: text, seed: text, folder: text, json: { type: 'boolean' } } })
    const [kills, seed] = [Number(values.kills ?? 500), Number(values.seed ?? Date.now() % 2 ** 31)]
    if (Number.isInteger(kills) && kills > 0 && Number.isInteger(seed))
      return { kills, seed, folder: values.folder ?? usualParent, json: values.json ?? false }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  const { kills, seed, json } = asked
  console.log(`crash: seed ${seed}`)
  const began = performance.now()
  const parent = await mkdtemp(path.join(asked.folder, 'crash-'))
  const { sums, reopens } = await killMany(kills, seed, parent)
  const { troubles, ...told } = sums
  const wrong = sums.lost + sums.halves + sums.doubleRefunds + troubles
  const p99 = reopens.toSorted((left, right) => left - right)[Math.ceil(reopens.length * 0.99) - 1] ?? 0
  const reopenMsP99 = Math.round(p99 * 10) / 10
  const seconds = Math.round((performance.now() - began) / 100) / 10
  // What went wrong stays to be looked at.
  if (wrong === 0) await rm(parent, { recursive: true, force: true })
  console.log(
    `${sums.kills} kills in ${seconds} s: of ${sums.acknowledged} acknowledged commands ${sums.lost} were lost; ${sums.halves} halves, ` +
      `${sums.doubleRefunds} double refunds, ${troubles} other troubles. Opened again within ${reopenMsP99} ms (p99).`,
  )
  if (json) console.log(JSON.stringify({ ...told, reopenMsP99, ...(troubles > 0 && { troubles }), seed, seconds }))
  return wrong === 0 ? 0 : 1
}

if (process.argv[2] === 'child') {
  process.exitCode = await runChild()
} else {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(error)
    return 1
  })
}
