import type { ProductContent } from '../../../shared/products/product'
import type { Refusal, Result } from '../../../shared/result'

/** A product's content as it stood at one revision. */
export interface Version {
  readonly revision: number
  readonly content: ProductContent
}

export type DraftStatus =
  /** All that is typed is in the store; `at` is when this window last saved, null before its first save. */
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  /** Refused or not written. Nothing is tried again until more is typed or someone asks for it. */
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  /** Somebody else changed the product meanwhile. Nothing is saved until a person has chosen. */
  | { readonly kind: 'changed elsewhere'; readonly theirs: Version }

export interface DraftState {
  readonly status: DraftStatus
  /** What the form should show: what was typed, or what was loaded since. */
  readonly typed: ProductContent
  /** Grows whenever `typed` was replaced from the store, so that the form fills its fields anew. */
  readonly loads: number
}

export interface DraftPorts {
  save(version: Version): Promise<Result<{ readonly revision: number }>>
  /** The product as it stands now; undefined when that cannot be known. */
  newest(): Promise<Version | undefined>
  now(): number
}

/** Long enough for a pause in typing, short enough that nobody waits for it. */
const pauseMs = 600

const same = (left: ProductContent, right: ProductContent): boolean => JSON.stringify(left) === JSON.stringify(right)

/**
 * Saves a product while it is typed: after a pause, one save at a time, always on the revision that was read. A change made
 * elsewhere is taken over where nothing was typed here; otherwise what was typed is kept and a person chooses.
 */
export class DraftSaver {
  #base: Version
  #typed: ProductContent
  #loads = 0
  #savedAt: number | null = null
  #failure: Refusal | null = null
  #theirs: Version | null = null
  #sending: Promise<void> | null = null
  /** What the store told while a save was on its way: it may be that very save. */
  #heard: Version | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #state: DraftState
  readonly #ports: DraftPorts
  readonly #listeners = new Set<() => void>()

  constructor(start: Version, ports: DraftPorts) {
    this.#base = start
    this.#typed = start.content
    this.#ports = ports
    this.#state = this.#describe()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly state = (): DraftState => this.#state

  /** The revision that what follows must be based on. */
  readonly revision = (): number => this.#base.revision

  /** What was typed so far. Equal content is not saved again. */
  type(content: ProductContent): void {
    this.#typed = content
    this.#failure = null
    clearTimeout(this.#timer)
    if (this.#isDirty()) this.#timer = setTimeout(() => void this.flush(), pauseMs)
    this.#tell()
  }

  /** What the store holds now, told after every change anywhere. */
  hear(newer: Version): void {
    if (newer.revision <= this.#base.revision) return
    if (this.#sending !== null) {
      this.#heard = newer
      return
    }
    if (same(newer.content, this.#base.content) || same(newer.content, this.#typed)) {
      this.#base = newer
    } else if (this.#isDirty()) {
      this.#theirs = newer
    } else {
      this.#load(newer)
    }
    this.#tell()
  }

  /** Saves what is typed now, without waiting for the pause. Resolves when nothing is left to save or saving stopped. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#sending !== null) await this.#sending
    if (!this.#maySave()) return
    this.#sending = this.#send().finally(() => {
      this.#sending = null
    })
    this.#tell()
    await this.#sending
    this.#afterSending()
    if (this.#maySave()) await this.flush()
  }

  /** Saves once more what was refused or not written. */
  async tryAgain(): Promise<void> {
    this.#failure = null
    await this.flush()
  }

  /** Gives up what was typed here for what stands in the store. */
  loadTheirs(): void {
    if (this.#theirs !== null) this.#load(this.#theirs)
    this.#theirs = null
    this.#failure = null
    this.#tell()
  }

  /** Saves what was typed here over the newer version, which the person has been shown. */
  async keepMine(): Promise<void> {
    if (this.#theirs !== null) this.#base = this.#theirs
    this.#theirs = null
    await this.flush()
    this.#tell()
  }

  async #send(): Promise<void> {
    const content = this.#typed
    const reply = await this.#ports.save({ revision: this.#base.revision, content })
    if (reply.ok) {
      this.#base = { revision: reply.value.revision, content }
      this.#savedAt = this.#ports.now()
      return
    }
    if (reply.refusal.code !== 'changed-elsewhere') {
      this.#failure = reply.refusal
      return
    }
    const newest = await this.#ports.newest()
    if (newest === undefined || newest.revision <= this.#base.revision) this.#failure = reply.refusal
    else this.#heard = newest
  }

  #afterSending(): void {
    const heard = this.#heard
    this.#heard = null
    if (heard !== null) this.hear(heard)
    this.#tell()
  }

  #load(version: Version): void {
    clearTimeout(this.#timer)
    this.#base = version
    this.#typed = version.content
    this.#loads += 1
  }

  #maySave(): boolean {
    return this.#isDirty() && this.#theirs === null && this.#failure === null
  }

  #isDirty(): boolean {
    return !same(this.#typed, this.#base.content)
  }

  #tell(): void {
    this.#state = this.#describe()
    for (const listener of this.#listeners) listener()
  }

  #describe(): DraftState {
    return { status: this.#status(), typed: this.#typed, loads: this.#loads }
  }

  #status(): DraftStatus {
    if (this.#theirs !== null) return { kind: 'changed elsewhere', theirs: this.#theirs }
    if (this.#failure !== null) return { kind: 'failed', refusal: this.#failure }
    return this.#isDirty() || this.#sending !== null ? { kind: 'saving' } : { kind: 'saved', at: this.#savedAt }
  }
}
