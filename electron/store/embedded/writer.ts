import { setImmediate } from 'node:timers/promises'
import type { Changed } from '../../../shared/changed'
import { NotSaved, type Reads, type Transaction } from '../store'
import { changedBy, writtenOut, type Commit } from './commit'
import type { Journal } from './journal'
import type { Memory, Undo } from './memory'
import { sliceMilliseconds } from './reads'
import { OpenTransaction } from './transaction'

interface Job {
  readonly work: (transaction: Transaction) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A work that is over and waits for the disk: to be told what came of it, once that can no longer be lost. */
interface Staged {
  readonly commit: { readonly changed: Changed; readonly bytes: Buffer } | null
  readonly undo: Undo
  readonly tell: () => void
  readonly fail: (error: NotSaved) => void
}

/** So many works share a flush at most: beyond that they would hold up everything else. */
const mostStaged = 128

const notSaved = (cause: unknown): NotSaved =>
  new NotSaved('The change could not be written to the disk; everything is as it was before.', { cause })

/**
 * The one writer. Works run one after another; each sees what all before it did. What a work did is applied to memory at once,
 * so that the next may begin while the disk still writes, and callers who wait at the same time share one flush. Nobody
 * outside sees it before it is durable: questions wait for an instant at which memory says what the disk says, and when
 * the write fails everything that stood on it is taken back.
 */
export class Writer {
  readonly #memory: Memory
  readonly #journal: Journal
  readonly #read: Reads
  readonly #told: (changed: Changed) => void
  readonly #jobs: Job[] = []
  readonly #staged: Staged[] = []
  readonly #questions: (() => void)[] = []
  #wake: (() => void)[] = []
  #working = false
  #flushing = false
  #held = false
  /** Deeds that wait to be alone. */
  #waiting = 0
  /** Counts failed writes: a work that began before one stood on what was taken back. */
  #failures = 0

  /** `read` answers from memory as it stands, what is not yet durable included; `told` hears of each durable commit. */
  constructor(memory: Memory, journal: Journal, read: Reads, told: (changed: Changed) => void) {
    this.#memory = memory
    this.#journal = journal
    this.#read = read
    this.#told = told
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (!this.#working) void this.#run()
    })
  }

  /** Answers when memory says exactly what is durable. */
  ask<Answer>(question: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const answer = (): void => {
        try {
          resolve(question())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      if (this.#staged.length === 0) answer()
      else this.#questions.push(answer)
    })
  }

  /** Runs `deed` while no commit is on its way and none begins. */
  async alone<T>(deed: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    while (this.#held || this.#staged.length > 0) await this.#somethingEnds()
    this.#waiting -= 1
    this.#held = true
    try {
      return await deed()
    } finally {
      this.#held = false
      this.#wakeAll()
    }
  }

  /** Resolves when everything that was asked for so far is over. */
  async idle(): Promise<void> {
    while (this.#working || this.#staged.length > 0) await this.#somethingEnds()
  }

  async #run(): Promise<void> {
    this.#working = true
    let since = performance.now()
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      await this.#do(job)
      if (performance.now() - since < sliceMilliseconds) continue
      await setImmediate()
      since = performance.now()
    }
    this.#working = false
    this.#wakeAll()
  }

  async #do({ work, resolve, reject }: Job): Promise<void> {
    const failures = this.#failures
    const transaction = new OpenTransaction(this.#memory, this.#read)
    let tell: () => void
    let commit: Commit | null = null
    try {
      const value = await work(transaction)
      commit = transaction.commit()
      tell = () => resolve(value)
    } catch (error) {
      tell = () => reject(error)
    }
    transaction.end()
    while (this.#mustWait()) await this.#somethingEnds()
    try {
      if (failures !== this.#failures) throw notSaved('The commit before it failed.')
      this.#stage(commit, tell, reject)
    } catch (error) {
      reject(error)
    }
  }

  /** Also a work that changed nothing, or was refused, waits for what it stood on to be durable. */
  #stage(commit: Commit | null, tell: () => void, fail: (error: NotSaved) => void): void {
    if (commit) {
      const { bytes, lines } = writtenOut(commit)
      const undo = this.#memory.apply(commit, lines)
      this.#staged.push({ commit: { changed: changedBy(commit), bytes }, undo, tell, fail })
    } else if (this.#staged.length > 0) {
      this.#staged.push({ commit: null, undo: () => undefined, tell, fail })
    } else {
      tell()
      return
    }
    if (!this.#flushing) void this.#flush()
  }

  /** Questions and deeds come before further commits, or they might wait for ever. */
  #mustWait(): boolean {
    const { length } = this.#staged
    return this.#held || length >= mostStaged || (length > 0 && this.#questions.length + this.#waiting > 0)
  }

  async #flush(): Promise<void> {
    this.#flushing = true
    while (this.#staged.length > 0) {
      const together = [...this.#staged]
      const commits = together.flatMap(({ commit }) => commit ?? [])
      try {
        if (commits.length > 0) await this.#journal.append(commits.map(({ bytes }) => bytes))
      } catch (error) {
        this.#takeBack(error)
        break
      }
      this.#staged.splice(0, together.length)
      for (const { tell } of together) tell()
      for (const { changed } of commits) this.#told(changed)
      this.#answer()
    }
    this.#flushing = false
    this.#answer()
  }

  #takeBack(cause: unknown): void {
    this.#failures += 1
    const failed = this.#staged.splice(0)
    for (const { undo } of [...failed].reverse()) undo()
    for (const { fail } of failed) fail(notSaved(cause))
  }

  #answer(): void {
    if (this.#staged.length === 0) for (const answer of this.#questions.splice(0)) answer()
    this.#wakeAll()
  }

  #somethingEnds(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve))
  }

  #wakeAll(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }
}
