import { refuse, type Result } from '../shared/result'

/** How far it has come; throws where it was cancelled. */
export type Progress = (done: number, total: number) => void

/** Something that takes long and is under way. */
export interface DeedUnderWay<Deed extends string> {
  readonly deed: Deed
  readonly done: number
  readonly total: number
}

export interface DeedOrder<Deed extends string, T> {
  readonly deed: Deed
  /** What could not be done, as the beginning of a sentence. */
  readonly failed: string
  readonly work: (progress: Progress) => Promise<Result<T>>
}

export interface LongDeeds<Deed extends string> {
  readonly underWay: DeedUnderWay<Deed> | null
  /** Refused while another one is under way. An error that is no refusal becomes one that says so. */
  begin<T>(order: DeedOrder<Deed, T>): Promise<Result<T>>
  /** What is under way can be cancelled. */
  readonly cancellable: boolean
  /** From here on what is under way is not cancelled any more: it has been decided. */
  noWayBack(): void
  /** Whether there was anything to cancel. */
  cancel(): boolean
  /** Cancels what is under way and resolves when it has stopped. */
  stop(): Promise<void>
}

interface LongDeedsOptions {
  /** Said to whoever asks for a second one. */
  readonly busy: string
  readonly changed: () => void
  readonly reportBug: (error: unknown) => void
}

class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** Pages hear of progress at most this often, in milliseconds. */
const pause = 100

/** Deeds that take long, one at a time, with their progress, which can be cancelled. */
export function longDeeds<Deed extends string>({ busy, changed, reportBug }: LongDeedsOptions): LongDeeds<Deed> {
  let underWay: DeedUnderWay<Deed> | null = null
  let cancelled = false
  let decided = false
  let current: Promise<unknown> = Promise.resolve()

  async function begin<T>({ deed, failed, work }: DeedOrder<Deed, T>): Promise<Result<T>> {
    if (underWay !== null) return refuse('busy', busy)
    underWay = { deed, done: 0, total: 0 }
    cancelled = false
    decided = false
    changed()
    let toldAt = 0
    const running = work((done, total) => {
      if (cancelled && !decided) throw new Cancelled()
      underWay = { deed, done, total }
      if (performance.now() - toldAt < pause) return
      toldAt = performance.now()
      changed()
    })
    current = running.catch(() => undefined)
    try {
      return await running
    } catch (error) {
      if (error instanceof Cancelled) return refuse('cancelled', 'Cancelled. Nothing was changed.')
      reportBug(error)
      return refuse('not-done', `${failed} (${reasonIn(error)}). Nothing was changed.`)
    } finally {
      underWay = null
      changed()
    }
  }

  return {
    get underWay() {
      return underWay
    },
    get cancellable() {
      return underWay !== null && !decided
    },
    begin,
    noWayBack() {
      decided = true
      changed()
    },
    cancel() {
      cancelled = underWay !== null && !decided
      return cancelled
    },
    async stop() {
      cancelled = underWay !== null
      await current
    },
  }
}

/** The system's own word for it (`ENOSPC`), or a sentence of ours; never a path. */
export function reasonIn(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error && /^(?:NotProven|Differs|CannotOpen)$/u.test(error.name)
    ? error.message
    : 'see the log'
}
