import { createInterface } from 'node:readline'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { CannotOpen } from '../../electron/store/store'

/** What a program that tried to open a folder has to say. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly shopName: string | null; readonly readOnly: string | null }
  | { readonly kind: 'refused'; readonly what: string; readonly advice: string }
  | { readonly kind: 'bug'; readonly what: string }

/** The program: opens the folder that it is told, as often as it is told, and keeps it open. */
export async function runHolder(): Promise<number> {
  const say = (answer: Answer): void => console.log(JSON.stringify(answer))
  say({ kind: 'ready' })
  for await (const folder of createInterface({ input: process.stdin })) {
    try {
      const store = await openEmbeddedStore(folder)
      const shopName = (await store.read.settings.get())?.shopName ?? null
      say({ kind: 'open', shopName, readOnly: store.folder.readOnly })
    } catch (error) {
      if (error instanceof CannotOpen) say({ kind: 'refused', what: error.what, advice: error.advice })
      else say({ kind: 'bug', what: String(error) })
    }
  }
  return 0
}

/** Such a program, started as another process, by another user where that is wanted. */
export class Holder {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>
  readonly #answers: Answer[] = []
  #waiting: (() => void) | null = null

  constructor(program: string, user?: number) {
    const as = user === undefined ? {} : { uid: user, gid: user }
    this.#process = spawn(process.execPath, [program, 'hold'], { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...as })
    this.#ended = once(this.#process, 'close')
    const { stdout } = this.#process
    if (!stdout) return
    createInterface({ input: stdout }).on('line', (line) => {
      this.#answers.push(JSON.parse(line) as Answer)
      this.#waiting?.()
    })
  }

  /** Its next answer; throws where it ended without one. */
  async answer(): Promise<Answer> {
    if (this.#answers.length === 0)
      await Promise.race([new Promise<void>((resolve) => (this.#waiting = resolve)), this.#ended])
    this.#waiting = null
    const answer = this.#answers.shift()
    if (!answer) throw new Error('the program ended without an answer')
    return answer
  }

  tell(folder: string): void {
    this.#process.stdin?.write(`${folder}\n`)
  }

  async open(folder: string): Promise<Answer> {
    this.tell(folder)
    return this.answer()
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended
  }
}
