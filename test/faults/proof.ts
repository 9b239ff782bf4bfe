import { canonicalJson } from '../../electron/audit/digest'
import type { Files } from '../../electron/store/embedded/files'
import {
  openEmbeddedStore,
  type EmbeddedStore,
  type EmbeddedStoreOptions,
} from '../../electron/store/embedded/openEmbeddedStore'
import { everything } from '../electron/store/records'
import type { MemoryDisk } from './memoryDisk'

/** Where the shop stands on a disk in memory. */
export const place = '/shop'

/** The store that is to be proven, or one in which a fault was planted. */
export interface Subject {
  open(files: Files, options?: Omit<EmbeddedStoreOptions, 'files'>): Promise<EmbeddedStore>
}

/** Nobody waits for a pause of a disk that is memory. */
export const theStore: Subject = {
  open: (files, options) => openEmbeddedStore(place, { pause: async () => undefined, ...options, files }),
}

export interface Scale {
  /** All of it, or so much as can be done within the tests. */
  readonly full: boolean
  readonly seed: number
}

export interface Outcome {
  /** Moments, bytes, bits … at which the fault was tried. */
  readonly points: number
  /** Sentences. */
  readonly failures: readonly string[]
  /** Why a part of it could not be tried here. */
  readonly skipped?: string
}

export interface Proof {
  /** Its number among the faults. */
  readonly fault: number
  readonly name: string
  run(subject: Subject, scale: Scale): Promise<Outcome>
}

/** Everything the store answers, as one text. */
export const stateOf = async (store: EmbeddedStore): Promise<string> => canonicalJson(await everything(store))

/** Opens the disk as the next program would, reads everything and closes. Throws what the opening throws. */
export async function stateOn(subject: Subject, disk: MemoryDisk): Promise<string> {
  const store = await subject.open(disk)
  try {
    return await stateOf(store)
  } finally {
    await store.close()
  }
}

/** Collects what went wrong, and counts what was tried. */
export class Tries {
  points = 0
  readonly failures: string[] = []

  /** Tries one point; what it throws is a failure, so that the others are tried as well. */
  async point(what: string, attempt: () => Promise<void>): Promise<void> {
    this.points += 1
    try {
      await attempt()
    } catch (error) {
      this.failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}
