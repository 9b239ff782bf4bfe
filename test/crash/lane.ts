import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { Chance } from '../../electron/sample/chance'
import type { Base } from './base'
import { judge, type Judged, type Memory } from './judge'
import type { Asked, Start, Told } from './lines'

/** One kill, and what came of it. */
export interface Kill extends Judged {
  readonly acknowledged: number
  /** Whatever else must not be: a child that ended by itself, a command refused for want of a disk. */
  readonly troubles: readonly string[]
}

/** A child that is loaded and waits for its orders. */
class Child {
  readonly told: Told[] = []
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #waiting = new Map<Told['kind'], () => void>()
  errors = ''

  constructor(program: string) {
    this.#process = spawn(process.execPath, ['--enable-source-maps', program, 'child'], { stdio: 'pipe' })
    this.#ended = once(this.#process, 'close')
    const { stdout, stderr } = this.#process
    stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()))
    if (stdout) createInterface({ input: stdout }).on('line', (line) => this.#hear(line))
  }

  #hear(line: string): void {
    let told: Told
    try {
      told = JSON.parse(line) as Told
    } catch {
      // The kill came in the middle of a line: what it would have said was never said.
      return
    }
    this.told.push(told)
    this.#waiting.get(told.kind)?.()
  }

  /** Resolves when the child has told that, or has ended. */
  async until(kind: Told['kind']): Promise<void> {
    if (this.told.some((told) => told.kind === kind)) return
    await Promise.race([new Promise<void>((resolve) => this.#waiting.set(kind, resolve)), this.#ended])
  }

  start(start: Start): void {
    this.#process.stdin?.write(`${JSON.stringify(start)}\n`)
  }

  /** Resolves when nothing more can come from it. Answers whether it lived until now. */
  async kill(): Promise<boolean> {
    const lived = this.#process.exitCode === null && this.#process.signalCode === null
    this.#process.kill('SIGKILL')
    await this.#ended
    return lived
  }
}

/** After so many kills a folder has grown enough. */
const killsOfFolder = 12

/** Milliseconds after the opening. The program is slow at first, so now and then it gets the time to become quick. */
const longestLives = [60, 150, 150, 500]

/** Kills child after child on a folder that goes on living, and on another one when it has grown. */
export class Lane {
  readonly #parent: string
  readonly #program: string
  readonly #bases: readonly Base[]
  readonly #chance: Chance
  #next: Child
  #left = 0
  #folder = ''
  #base: Base
  #memory: Memory
  #again: readonly Asked[] = []

  constructor(place: { readonly parent: string; readonly program: string }, bases: readonly Base[], chance: Chance) {
    this.#parent = place.parent
    this.#program = place.program
    this.#bases = bases
    this.#chance = chance
    this.#next = new Child(this.#program)
    this.#base = chance.pick(bases)
    this.#memory = { entries: 0, lastSeal: '', at: this.#base.at, paidOut: new Map() }
  }

  /** Where the folder in hand is, to be looked at when something was wrong. */
  get folder(): string {
    return this.#folder
  }

  async killOne(): Promise<Kill> {
    if (this.#left === 0) await this.#renew()
    this.#left -= 1
    const child = this.#next
    await child.until('ready')
    const { manager } = this.#base
    const seed = this.#chance.whole(0, 2 ** 31)
    child.start({ folder: this.#folder, manager, seed, at: this.#memory.at, again: this.#again })
    // Another is loaded meanwhile: most of the time of a kill is the start of a process.
    this.#next = new Child(this.#program)
    // Some die while they open: recovery is broken off as well.
    if (this.#chance.is(0.15)) {
      await setTimeout(this.#chance.whole(0, 25))
    } else {
      await child.until('open')
      await setTimeout(this.#chance.next() * this.#chance.pick(longestLives))
    }
    const lived = await child.kill()
    const judged = await judge(this.#folder, child.told, this.#memory, this.#chance.is(0.5))
    const troubles = lived ? troublesOf(child.told) : [`The child ended by itself: ${child.errors}`]
    this.#again = unanswered(child.told, this.#again)
    return { ...judged, troubles, acknowledged: child.told.filter(({ kind }) => kind === 'saved').length }
  }

  async #renew(): Promise<void> {
    if (this.#folder !== '') await rm(this.#folder, { recursive: true, force: true })
    this.#base = this.#chance.pick(this.#bases)
    this.#folder = await mkdtemp(path.join(this.#parent, 'life-'))
    await cp(this.#base.folder, this.#folder, { recursive: true })
    this.#memory = { entries: 0, lastSeal: '', at: this.#base.at, paidOut: new Map() }
    this.#again = []
    this.#left = killsOfFolder
  }

  async end(): Promise<void> {
    await this.#next.kill()
  }
}

/** Commands whose end nobody heard of: they are given again under the same id, as the window would. */
function unanswered(told: readonly Told[], before: readonly Asked[]): readonly Asked[] {
  const open = new Map(before.map((asked) => [asked.input.commandId, asked]))
  for (const each of told) {
    if (each.kind === 'asked') open.set(each.asked.input.commandId, each.asked)
    if (each.kind === 'saved' || each.kind === 'refused') open.delete(each.commandId)
  }
  return [...open.values()]
}

const troublesOf = (told: readonly Told[]): readonly string[] =>
  told.flatMap((each) => {
    if (each.kind === 'bug') return [each.what]
    const wrong = ['not-saved', 'invalid-input', 'not-allowed', 'command-reused', 'unknown-request']
    return each.kind === 'refused' && wrong.includes(each.code) ? [`Command ${each.commandId}: ${each.code}`] : []
  })
