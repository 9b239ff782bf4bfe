import path from 'node:path'
import type { Chance } from '../../electron/sample/chance'
import type { Files, OpenFile } from '../../electron/store/embedded/files'

/** What the store is about to do on the disk. */
export type Deed =
  'makeFolder' | 'claim' | 'create' | 'append' | 'sync' | 'truncate' | 'rename' | 'remove' | 'syncFolder'

/** Asked before each deed: who throws makes it fail. */
export type Before = (deed: Deed, file: string) => void

/** A write that finds no room: that share of it is out. */
export class ShortWrite extends Error {
  readonly code = 'ENOSPC'
  readonly share: number
  constructor(share: number) {
    super('no space left on the disk')
    this.share = share
  }
}

/** A sync that fails once, after which the system believes the pages to be on the disk (as Linux does). */
export class FailedSync extends Error {
  readonly code = 'EIO'
  constructor() {
    super('the disk failed')
  }
}

interface Content {
  /** What every program sees. */
  bytes: Buffer
  /** What is on the disk. */
  synced: Buffer
  /** What is seen but will never be on the disk, from and to. */
  holes: readonly (readonly [number, number])[]
}

type Names = ReadonlyMap<string, Content>

interface Folder {
  now: Names
  synced: Names
  /** Names that came or went since the folder was synced, each step whole or not at all. */
  pending: readonly (readonly (readonly [string, Content | null])[])[]
}

/** The unit that a disk keeps or loses. */
const sector = 512

const isLock = (name: string): boolean => name.startsWith('lock-')

const withChanges = (names: Names, changes: readonly (readonly [string, Content | null])[]): Names => {
  const next = new Map(names)
  for (const [name, content] of changes) {
    if (content === null) next.delete(name)
    else next.set(name, content)
  }
  return next
}

/** A disk in memory that tells what is written from what is durable, so that a loss of power can be had at any moment. */
export class MemoryDisk implements Files {
  readonly #folders = new Map<string, Folder>()
  before: Before = () => undefined

  #folder(folder: string): Folder {
    const found = this.#folders.get(path.normalize(folder))
    if (!found) throw Object.assign(new Error(`no such folder ${folder}`), { code: 'ENOENT' })
    return found
  }

  #content(file: string): Content | undefined {
    return this.#folders.get(path.dirname(file))?.now.get(path.basename(file))
  }

  #change(file: string, changes: readonly (readonly [string, Content | null])[]): void {
    const folder = this.#folder(path.dirname(file))
    folder.now = withChanges(folder.now, changes)
    folder.pending = [...folder.pending, changes]
  }

  readonly makeFolder = async (folder: string): Promise<void> => {
    if (this.#folders.has(path.normalize(folder))) return
    this.before('makeFolder', folder)
    this.#folders.set(path.normalize(folder), { now: new Map(), synced: new Map(), pending: [] })
  }

  readonly list = async (folder: string): Promise<readonly string[]> => {
    return [...(this.#folders.get(path.normalize(folder))?.now.keys() ?? [])].sort()
  }

  readonly read = async (file: string): Promise<Buffer | null> => {
    const content = this.#content(file)
    return content ? Buffer.from(content.bytes) : null
  }

  readonly size = async (file: string): Promise<number | null> => {
    return this.#content(file)?.bytes.length ?? null
  }

  readonly openToRead = (file: string): { readAt(position: number, length: number): Buffer; close(): void } => {
    const content = this.#content(file)
    if (!content) throw Object.assign(new Error(`no such file ${file}`), { code: 'ENOENT' })
    return {
      readAt: (from, length) => Buffer.from(content.bytes.subarray(from, from + length)),
      close: () => undefined,
    }
  }

  readonly claim = async (file: string): Promise<void> => {
    this.before('claim', file)
    if (this.#content(file)) throw Object.assign(new Error('it exists'), { code: 'EEXIST' })
    this.#change(file, [[path.basename(file), empty()]])
  }

  readonly create = async (file: string): Promise<OpenFile> => {
    this.before('create', file)
    const content = empty()
    this.#change(file, [[path.basename(file), content]])
    return this.#open(file, content)
  }

  readonly openAtEnd = async (file: string): Promise<OpenFile> => {
    const content = this.#content(file)
    if (!content) throw Object.assign(new Error(`no such file ${file}`), { code: 'ENOENT' })
    return this.#open(file, content)
  }

  #open(file: string, content: Content): OpenFile {
    return {
      append: async (bytes) => {
        let out = bytes.length
        let failed: unknown = null
        try {
          this.before('append', file)
        } catch (error) {
          failed = error
          out = error instanceof ShortWrite ? Math.floor(bytes.length * error.share) : 0
        }
        content.bytes = Buffer.concat([content.bytes, bytes.subarray(0, out)])
        if (failed !== null) throw asError(failed)
      },
      sync: async () => {
        try {
          this.before('sync', file)
        } catch (error) {
          if (error instanceof FailedSync)
            content.holes = [
              ...content.holes,
              [Math.min(content.synced.length, content.bytes.length), content.bytes.length],
            ]
          throw error
        }
        const synced = Buffer.from(content.bytes)
        for (const [from, to] of content.holes) synced.fill(0, from, Math.min(to, synced.length))
        content.synced = synced
      },
      truncate: async (length) => {
        this.before('truncate', file)
        content.bytes = Buffer.from(content.bytes.subarray(0, length))
        content.holes = content.holes.flatMap(([from, to]) =>
          from < length ? [[from, Math.min(to, length)] as const] : [],
        )
      },
      close: async () => undefined,
    }
  }

  readonly rename = async (from: string, to: string): Promise<void> => {
    this.before('rename', to)
    const content = this.#content(from)
    if (!content) throw Object.assign(new Error(`no such file ${from}`), { code: 'ENOENT' })
    this.#change(to, [
      [path.basename(from), null],
      [path.basename(to), content],
    ])
  }

  readonly remove = async (file: string): Promise<void> => {
    this.before('remove', file)
    if (this.#content(file)) this.#change(file, [[path.basename(file), null]])
  }

  readonly syncFolder = async (name: string): Promise<void> => {
    this.before('syncFolder', name)
    const folder = this.#folder(name)
    folder.synced = folder.now
    folder.pending = []
  }

  #derive(names: (folder: Folder) => Names, bytesOf: (content: Content) => Buffer): MemoryDisk {
    const disk = new MemoryDisk()
    for (const [name, folder] of this.#folders) {
      const kept = new Map<string, Content>()
      for (const [file, content] of names(folder)) {
        if (isLock(file)) continue
        const bytes = bytesOf(content)
        kept.set(file, { bytes, synced: bytes, holes: [] })
      }
      disk.#folders.set(name, { now: kept, synced: kept, pending: [] })
    }
    return disk
  }

  /** The same disk, what is not yet durable included, as it is at this moment. Of the lock its owner is gone. */
  copy(): MemoryDisk {
    const disk = new MemoryDisk()
    const copies = new Map<Content, Content>()
    const copied = (content: Content): Content => {
      const known = copies.get(content) ?? { ...content }
      copies.set(content, known)
      return known
    }
    const all = (names: Names): Names =>
      new Map([...names].filter(([name]) => !isLock(name)).map(([name, content]) => [name, copied(content)]))
    for (const [name, { now, synced, pending }] of this.#folders) {
      disk.#folders.set(name, {
        now: all(now),
        synced: all(synced),
        pending: pending.map((step) =>
          step
            .filter(([file]) => !isLock(file))
            .map(([file, content]) => [file, content === null ? null : copied(content)] as const),
        ),
      })
    }
    return disk
  }

  /** What a killed program leaves: all that it had written. */
  afterKill(): MemoryDisk {
    return this.#derive(
      ({ now }) => now,
      ({ bytes }) => bytes,
    )
  }

  /** What a loss of power leaves: of all that was not synced, any of it. */
  afterPowerLoss(chance: Chance): MemoryDisk {
    const inOrder = chance.is(0.5)
    return this.#derive(
      ({ synced, pending }) => {
        const kept = inOrder ? pending.slice(0, chance.whole(0, pending.length)) : pending.filter(() => chance.is(0.5))
        return kept.reduce(withChanges, synced)
      },
      (content) => lostSectors(content, chance),
    )
  }

  /** Files below the folders, by their path. */
  files(): ReadonlyMap<string, Buffer> {
    const found = new Map<string, Buffer>()
    for (const [folder, { now }] of this.#folders)
      for (const [name, { bytes }] of now) found.set(path.join(folder, name), bytes)
    return found
  }

  /** Puts other bytes in a file's place, durably. */
  replace(file: string, bytes: Buffer): void {
    const folder = this.#folder(path.dirname(file))
    folder.now = withChanges(folder.now, [[path.basename(file), { bytes, synced: bytes, holes: [] }]])
    folder.synced = folder.now
  }
}

const empty = (): Content => ({ bytes: Buffer.alloc(0), synced: Buffer.alloc(0), holes: [] })

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

function lostSectors({ bytes, synced, holes }: Content, chance: Chance): Buffer {
  if (bytes.equals(synced)) return synced
  const [short, long] = [Math.min(bytes.length, synced.length), Math.max(bytes.length, synced.length)]
  const length = chance.pick([short, long, chance.whole(short, long), bytes.length])
  const left = Buffer.alloc(length)
  const written = Buffer.from(bytes)
  for (const [from, to] of holes) written.fill(0, from, Math.min(to, written.length))
  for (let from = 0; from < length; from += sector) {
    const source = chance.is(0.5) ? written : synced
    source.subarray(from, from + sector).copy(left, from)
  }
  return left
}
