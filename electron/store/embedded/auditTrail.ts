import { setImmediate } from 'node:timers/promises'
import type { AuditEntry } from '../../../shared/audit/entry'
import type { CommandId } from '../../../shared/ids'
import { assert } from '../../../shared/result'
import { partLength, summaryOf, type AuditPart, type Person } from './auditPart'
import { Column } from './column'
import { HashChains, hashOf } from './hashChains'

const mostHeld = 8

/**
 * The audit trail in its sequence, which has no gaps. It is kept in parts of equal length; the newest one, and whatever the
 * disk does not have yet, is held here, the others are read when someone looks. Of every entry the hash of its command is
 * known, so that a new command is told from a repeated one without the disk.
 */
export class AuditTrail {
  /** Parts of the disk that are full, oldest first. */
  readonly #parts: AuditPart[] = []
  readonly #hashes = new Column('u32')
  readonly #commands = new HashChains(this.#hashes)
  #hashed = 0
  #recent: AuditEntry[] = []
  #recentCommands = new Map<CommandId, AuditEntry>()
  /** Parts that were read last. */
  readonly #held = new Map<AuditPart, readonly AuditEntry[]>()
  #reading: Promise<void> | null = null
  #unread: AuditPart[] = []
  #mayWrite = false

  /** Full parts of the disk, oldest first, and the entries after them. */
  begin(parts: readonly AuditPart[], entries: readonly AuditEntry[]): void {
    this.#parts.push(...parts)
    this.#unread = [...parts]
    this.#commands.reserve(2 * parts.length * partLength)
    for (const entry of entries) this.append(entry)
  }

  /** From now on what had to be made again for reading is kept. */
  startKeeping(): void {
    this.#mayWrite = true
  }

  /** What to wait for before anything but the newest entries is asked for; null where nothing is. */
  whole(): Promise<void> | null {
    if (this.#unread.length === 0) return null
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null))
    return this.#reading
  }

  /** Of the parts on the disk, from 0 to 1. */
  get shareRead(): number {
    return this.#parts.length === 0 ? 1 : 1 - this.#unread.length / this.#parts.length
  }

  async #readAll(): Promise<void> {
    for (let part = this.#unread[0]; part; part = this.#unread[0]) {
      for (const hash of (await part.readSummary(this.#mayWrite)).commands) this.#addCommand(hash)
      this.#unread.shift()
      await setImmediate()
    }
  }

  #addCommand(hash: number): void {
    this.#hashes.set(this.#hashed, hash)
    this.#commands.add(this.#hashed)
    this.#hashed += 1
  }

  /** Full parts of the disk, oldest first. */
  get parts(): readonly AuditPart[] {
    return this.#parts
  }

  /** Entries after those parts. */
  get recent(): readonly AuditEntry[] {
    return this.#recent
  }

  get last(): AuditEntry | null {
    return this.#recent.at(-1) ?? this.at(this.#parts.length * partLength)
  }

  get #recentFrom(): number {
    return this.#parts.length * partLength + 1
  }

  at(sequence: number): AuditEntry | null {
    const part = this.#parts[Math.floor((sequence - 1) / partLength)]
    return (part ? this.entriesOf(part)[sequence - part.first] : this.#recent[sequence - this.#recentFrom]) ?? null
  }

  entriesOf(part: AuditPart): readonly AuditEntry[] {
    const entries = this.#held.get(part) ?? part.read()
    this.#held.delete(part)
    this.#held.set(part, entries)
    const [oldest] = this.#held.keys()
    if (this.#held.size > mostHeld && oldest) this.#held.delete(oldest)
    return entries
  }

  /** The first one of that command. */
  byCommand(id: CommandId): AuditEntry | null {
    const rows = this.#commands.rows(hashOf(id))
    const old = rows.map((row) => this.at(row + 1)).filter((entry) => entry?.commandId === id)
    return old.at(-1) ?? this.#recentCommands.get(id) ?? null
  }

  /** Everyone in it, in the order of appearance. */
  people(): readonly Person[] {
    return distinct(
      [...this.#parts.flatMap((part) => part.summary.people), ...summaryOf(this.#recent).people],
      ({ id, name }) => `${id ?? ''} ${name}`,
    )
  }

  actions(): readonly string[] {
    return distinct(
      [...this.#parts.flatMap((part) => part.summary.actions), ...this.#recent.map(({ action }) => action)],
      (action) => action,
    )
  }

  append(entry: AuditEntry): void {
    this.#recent.push(entry)
    if (!this.#recentCommands.has(entry.commandId)) this.#recentCommands.set(entry.commandId, entry)
  }

  /** Only to undo an append. */
  removeLast(): void {
    const entry = this.#recent.pop()
    if (entry && this.#recentCommands.get(entry.commandId) === entry) this.#recentCommands.delete(entry.commandId)
  }

  /** The entries of a part that is still held here. */
  ofPart(first: number): readonly AuditEntry[] {
    const from = Math.max(0, first - this.#recentFrom)
    return this.#recent.slice(from, first - this.#recentFrom + partLength)
  }

  /** The disk has these parts, the oldest ones held here, and they are full: they need not be held any longer. */
  release(parts: readonly AuditPart[]): void {
    assert(this.#unread.length === 0, 'the trail was read before parts of it are let go')
    const released = this.#recent.slice(0, parts.length * partLength)
    this.#recent = this.#recent.slice(released.length)
    for (const { commandId } of released) {
      this.#recentCommands.delete(commandId)
      this.#addCommand(hashOf(commandId))
    }
    this.#parts.push(...parts)
  }
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const known = new Map<string, Item>()
  for (const item of items) if (!known.has(keyOf(item))) known.set(keyOf(item), item)
  return [...known.values()]
}
