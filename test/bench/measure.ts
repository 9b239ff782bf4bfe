import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { assert } from '../../shared/result'

/** Milliseconds of each run. */
export type Times = readonly number[]

/** The value below which that share of the runs stays. */
export function percentile(times: Times, share: number): number {
  const sorted = times.toSorted((left, right) => left - right)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  assert(value !== undefined, 'something was measured')
  return value
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** What is measured side by side, by name. */
export interface Lane {
  readonly name: string
  /** Runs in each round. */
  readonly runs: number
  /** Rounds that it takes part in; slow ones take part in few. */
  readonly rounds: number
  /** Answers the milliseconds that count. */
  readonly run: (run: number) => Promise<number>
}

/** Runs lanes in turns, each round beginning with another, so that a machine that slows down slows all of them. */
export async function inTurns(rounds: number, lanes: readonly Lane[]): Promise<ReadonlyMap<string, Times>> {
  const times = new Map(lanes.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [step] of lanes.entries()) {
      const lane = lanes[(round + step) % lanes.length]
      if (lane === undefined || round >= lane.rounds) continue
      for (let run = 0; run < lane.runs; run += 1) times.get(lane.name)?.push(await lane.run(round * lane.runs + run))
    }
  }
  return times
}

/** How long the event loop did not turn while `work` ran, in milliseconds. */
export interface Stalls {
  readonly p99: number
  readonly worst: number
}

const resolution = 1
const settling = 50
const nanosecondsInMillisecond = 1e6

/** Watches the event loop during one work or several, and counts all of them together. */
export class StallWatch {
  readonly #seen = createHistogram()

  /** Begins after a pause, so that what went before is not counted. */
  async during(work: () => Promise<unknown>): Promise<void> {
    await setTimeout(settling)
    const delays = monitorEventLoopDelay({ resolution })
    delays.enable()
    // It counts from its second tick.
    await setTimeout(settling)
    await work()
    await setTimeout(2 * resolution)
    delays.disable()
    // Node cannot add such a histogram to another; its ranks, one by one, are what it has seen.
    for (let rank = 1; rank <= delays.count; rank += 1) {
      this.#seen.record(Math.max(1, Math.round(delays.percentile((100 * rank) / delays.count))))
    }
  }

  get stalls(): Stalls {
    const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / nanosecondsInMillisecond - resolution)
    return { p99: beyond(this.#seen.percentile(99)), worst: beyond(this.#seen.max) }
  }
}

export async function stallsOf(work: () => Promise<unknown>): Promise<Stalls> {
  const watch = new StallWatch()
  await watch.during(work)
  return watch.stalls
}

const writtenBytes = 1024

/** The least that a durable write can cost here: a kilobyte at the end of a file, and fdatasync. */
export function floorIn(folder: string): () => Promise<number> {
  const bytes = Buffer.alloc(writtenBytes, 'a')
  const handle = fs.openSync(path.join(folder, 'floor'), 'a')
  return () =>
    timed(
      () =>
        new Promise<void>((resolve, reject) => {
          fs.write(handle, bytes, (failed) => {
            if (failed) reject(failed)
            else
              fs.fdatasync(handle, (error) => {
                if (error) reject(error)
                else resolve()
              })
          })
        }),
    )
}

/** Has the system forget what it holds of the files in memory; false where it cannot be asked to. */
export function evict(folder: string): boolean {
  if (process.platform !== 'linux') return false
  const forget = 'find "$1" -type f -exec dd if={} iflag=nocache count=0 status=none \\;'
  spawnSync('sync')
  return spawnSync('sh', ['-c', forget, 'sh', folder]).status === 0
}
