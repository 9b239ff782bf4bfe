import type { AuditEntry } from '../../../shared/audit/entry'
import type { CommandId, StaffId } from '../../../shared/ids'
import { isoOf } from '../../../shared/time'

interface Person {
  readonly id: StaffId | null
  readonly name: string
}

/** How often something occurs, so that taking the last occurrence back takes it off the list. */
class Occurrences<Thing> {
  readonly #counts = new Map<string, { readonly thing: Thing; count: number }>()

  add(key: string, thing: Thing): void {
    const known = this.#counts.get(key)
    if (known) known.count += 1
    else this.#counts.set(key, { thing, count: 1 })
  }

  remove(key: string): void {
    const known = this.#counts.get(key)
    if (!known) return
    known.count -= 1
    if (known.count === 0) this.#counts.delete(key)
  }

  things(): readonly Thing[] {
    return Array.from(this.#counts.values(), ({ thing }) => thing)
  }
}

/** The month's name by which an entry finds its document, `2018-04`. UTC, so that it never depends on where the shop is. */
export const monthOf = ({ at }: AuditEntry): string => isoOf(at).slice(0, -'-01T00:00:00.000Z'.length)

const personKey = ({ byId, byName }: AuditEntry): string => `${byId ?? ''} ${byName}`

/** The audit trail in its sequence, which has no gaps. */
export class AuditTrail {
  readonly #entries: AuditEntry[] = []
  readonly #months = new Map<string, AuditEntry[]>()
  readonly #commands = new Map<CommandId, AuditEntry>()
  readonly #people = new Occurrences<Person>()
  readonly #actions = new Occurrences<string>()

  all(): readonly AuditEntry[] {
    return this.#entries
  }

  ofMonth(month: string): readonly AuditEntry[] {
    return this.#months.get(month) ?? []
  }

  get last(): AuditEntry | null {
    return this.#entries.at(-1) ?? null
  }

  byCommand(id: CommandId): AuditEntry | null {
    return this.#commands.get(id) ?? null
  }

  people(): readonly Person[] {
    return this.#people.things()
  }

  actions(): readonly string[] {
    return this.#actions.things()
  }

  append(entry: AuditEntry): void {
    this.#entries.push(entry)
    const month = monthOf(entry)
    const known = this.#months.get(month)
    if (known) known.push(entry)
    else this.#months.set(month, [entry])
    if (!this.#commands.has(entry.commandId)) this.#commands.set(entry.commandId, entry)
    this.#people.add(personKey(entry), { id: entry.byId, name: entry.byName })
    this.#actions.add(entry.action, entry.action)
  }

  /** Only to undo an append. */
  removeLast(): void {
    const entry = this.#entries.pop()
    if (!entry) return
    this.#months.get(monthOf(entry))?.pop()
    if (this.#commands.get(entry.commandId) === entry) this.#commands.delete(entry.commandId)
    this.#people.remove(personKey(entry))
    this.#actions.remove(entry.action)
  }
}
