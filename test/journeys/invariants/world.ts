import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { manualClock, type ManualClock } from '../../../electron/clock'
import { createOffice, type Office } from '../../../electron/office'
import { requests, type CommandName, type RequestInput } from '../../../shared/requests'
import type { Result } from '../../../shared/result'
import { roles, type Role } from '../../../shared/staff/account'
import type { StaffActor } from '../../../shared/staff/actor'
import type { Instant } from '../../../shared/time'
import { anOffice, aReadyProduct, cheapPasswords, done, firstDay, password } from '../anOffice'
import { inMemory } from '../../memory'
import { Broken, checkMoment, checkStep } from './check'
import { readFacts, sameness, type Facts } from './facts'

/** A shop with someone for each role and two ready products, to begin every story with a copy of it. */
export interface Beginning {
  readonly folder: string
  readonly manager: StaffActor
  readonly at: Instant
}

export async function aBeginning(): Promise<Beginning> {
  const shop = await anOffice()
  const desk = shop.office.as(shop.manager)
  for (const role of roles) await done(desk, 'staff.create', { signInName: role, name: role, roles: [role], password })
  await aReadyProduct(desk)
  await aReadyProduct(desk, { name: 'Mi Bluetooth Audio Receiver' })
  await shop.office.close()
  const folder = await mkdtemp(path.join(inMemory, 'beginning-'))
  await cp(path.join(shop.folder, 'shop'), folder, { recursive: true })
  await rm(shop.folder, { recursive: true, force: true })
  return { folder, manager: shop.manager, at: firstDay }
}

interface Given {
  readonly name: CommandName
  readonly input: { readonly commandId: string }
  readonly actor: StaffActor
}

/** A shop in which a story happens; every command and every reopening is followed by all checks. */
export class World {
  readonly clock: ManualClock
  readonly manager: StaffActor
  facts: Facts
  last: Given | null = null
  accepted = 0
  refused = 0
  #office: Office
  #folder: string
  readonly #folders: string[]
  readonly #bugs: unknown[]

  private constructor(
    office: Office,
    folder: string,
    manager: StaffActor,
    clock: ManualClock,
    facts: Facts,
    bugs: unknown[],
  ) {
    this.#office = office
    this.#folder = folder
    this.#folders = [folder]
    this.#bugs = bugs
    this.manager = manager
    this.clock = clock
    this.facts = facts
  }

  static async begin(beginning: Beginning): Promise<World> {
    const folder = await mkdtemp(path.join(inMemory, 'story-'))
    await cp(beginning.folder, folder, { recursive: true })
    const clock = manualClock(beginning.at)
    const bugs: unknown[] = []
    const office = await openIn(folder, clock, bugs)
    const facts = await readFacts(office)
    checkMoment(facts, 0)
    return new World(office, folder, beginning.manager, clock, facts, bugs)
  }

  get desk() {
    return this.#office.as(this.manager)
  }

  /** Gives a command as the manager and checks all that must hold after it. */
  async command<Name extends CommandName>(
    name: Name,
    input: Omit<RequestInput<Name>, 'commandId'>,
  ): Promise<Result<unknown>> {
    const given = { name, input: { ...input, commandId: randomUUID() }, actor: this.manager }
    const reply = await this.#give(given)
    if (reply.ok) this.last = given
    // Every one of them is tried in the table of the door; here it is about the state in between.
    if ((this.accepted + this.refused) % 4 === 0) await this.#refuseOutsideRole(given)
    return reply
  }

  async #give({ name, input, actor }: Given): Promise<Result<unknown>> {
    const before = this.facts
    const reply = await this.#office.as(actor).answer(name, input)
    // The approval has set a run going, which would change what the next check takes for granted.
    if (reply.ok && name === 'settlement.approve') await this.#office.doDuties()
    await this.#check()
    const own = this.facts.entries.slice(before.entries.length).filter(({ byId }) => byId !== null)
    if (reply.ok) {
      this.accepted += 1
      const noted = own.length === 1 && own[0]?.commandId === input.commandId && own[0].action === name
      if (!noted) throw new Broken(13, `${name} was accepted with ${String(own.length)} entries`)
    } else {
      this.refused += 1
      this.#mustBeUnchanged(before, 13, `the refused ${name} (${reply.refusal.code})`)
    }
    if (this.#bugs.length > 0) throw this.#bugs[0]
    return reply
  }

  /** The same command by whoever has all roles but those that may give it, which is soon told: nothing was looked at. */
  async #refuseOutsideRole({ name, input }: Given): Promise<void> {
    const before = this.facts
    const actor = { ...this.manager, roles: rolesOutside(name) }
    const reply = await this.#office.as(actor).answer(name, { ...input, commandId: randomUUID() })
    if (reply.ok || reply.refusal.code !== 'not-allowed') throw new Broken(15, `${name} outside its role`)
    await this.#check()
    this.#mustBeUnchanged(before, 15, `${name} outside its role`)
  }

  /** The last accepted command again: it answers and changes nothing. */
  async repeat(): Promise<void> {
    const { last, facts: before } = this
    if (last === null) return
    const reply = await this.#office.as(last.actor).answer(last.name, last.input)
    if (!reply.ok) throw new Broken(4, `${last.name} repeated is refused: ${reply.refusal.code}`)
    await this.#check()
    this.#mustBeUnchanged(before, 4, `${last.name} repeated`)
  }

  /** Another command under the id of the last accepted one: refused. */
  async reuse(): Promise<void> {
    const { last, facts: before } = this
    if (last === null) return
    const input = { commandId: last.input.commandId, name: 'Another maker', about: '' }
    const reply = await this.desk.answer('makers.create', input)
    if (reply.ok || reply.refusal.code !== 'command-reused') throw new Broken(4, 'a command id was used twice')
    await this.#check()
    this.#mustBeUnchanged(before, 4, 'a command id used twice')
  }

  async duties(): Promise<void> {
    await this.#office.doDuties()
    await this.#check()
    if (this.#bugs.length > 0) throw this.#bugs[0]
  }

  /** Closes the shop and opens it anew. What duties do on opening is done before as well, so that nothing else may differ. */
  async close(): Promise<void> {
    await this.duties()
    const before = this.facts
    await this.#office.close()
    await this.#reopen(before)
  }

  /** Goes on with what a killed program would have left in the folder. */
  async crash(): Promise<void> {
    await this.duties()
    const before = this.facts
    const folder = await mkdtemp(path.join(inMemory, 'story-'))
    await cp(this.#folder, folder, { recursive: true })
    for (const name of await readdir(folder)) if (name.startsWith('lock')) await rm(path.join(folder, name))
    await this.#office.close()
    this.#folder = folder
    this.#folders.push(folder)
    await this.#reopen(before)
  }

  async #reopen(before: Facts): Promise<void> {
    this.#office = await openIn(this.#folder, this.clock, this.#bugs)
    // All of the trail is read and proven anew.
    this.facts = await readFacts(this.#office)
    checkMoment(this.facts, 0)
    checkStep(before, this.facts)
    this.#mustBeUnchanged(before, 16, 'closing and opening')
  }

  #mustBeUnchanged(before: Facts, invariant: number, what: string): void {
    if (sameness(before) !== sameness(this.facts)) throw new Broken(invariant, `${what} changed something`)
  }

  async #check(): Promise<void> {
    const before = this.facts
    this.facts = await readFacts(this.#office, before.entries)
    checkMoment(this.facts, before.entries.length)
    checkStep(before, this.facts)
  }

  async end(): Promise<void> {
    await this.#office.close()
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true })
  }
}

async function openIn(folder: string, clock: ManualClock, bugs: unknown[]): Promise<Office> {
  const office = createOffice({
    folder,
    clock,
    passwordCost: cheapPasswords,
    reportBug: (_event, error) => bugs.push(error),
  })
  await office.openIn(folder)
  await office.doDuties()
  return office
}

/** All roles but those that may give the command. */
function rolesOutside(name: CommandName): readonly Role[] {
  const { access } = requests[name]
  return roles.filter((role) => typeof access === 'string' || !access.includes(role))
}
