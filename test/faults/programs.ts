import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkFolder } from '../../electron/books/checkFolder'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { begin } from '../electron/store/records'
import { Holder } from './holder'
import { must, Tries, type Proof } from './proof'

const longestTakeover = 5000

/** 9: two programs start on one folder at the same moment; the one that got it is killed, the other takes over. */
export const twoPrograms: Proof = {
  fault: 9,
  name: 'two programs started on one folder at once, and the takeover after a kill',
  async run(_subject, { full }) {
    const tries = new Tries()
    const parent = mkdtempSync(path.join(tmpdir(), 'programs-'))
    const pairs = full ? 200 : 8
    let next = [startOne(), startOne()]
    for (let pair = 0; pair < pairs; pair += 1) {
      const programs = next
      next = pair === pairs - 1 ? [] : [startOne(), startOne()]
      await tries.point(`pair ${String(pair)}`, () => race(programs, path.join(parent, 'shop')))
      await Promise.all(programs.map((program) => program.kill()))
    }
    rmSync(parent, { recursive: true, force: true })
    return tries
  },
}

const startOne = (): Holder => new Holder(process.argv[1] ?? '')

async function race(programs: readonly Holder[], folder: string): Promise<void> {
  for (const program of programs) must((await program.answer()).kind === 'ready', 'a program does not start')
  for (const program of programs) program.tell(folder)
  const answers = await Promise.all(programs.map((program) => program.answer()))
  const holding = programs.filter((_program, index) => answers[index]?.kind === 'open')
  must(holding.length <= 1, 'both hold the folder')
  must(!answers.some(({ kind }) => kind === 'bug'), JSON.stringify(answers))
  for (const holder of holding) await holder.kill()
  const other = programs.find((program) => !holding.includes(program))
  if (!other) return
  const began = performance.now()
  while ((await other.open(folder)).kind !== 'open') {
    must(performance.now() - began <= longestTakeover, 'nobody can take the folder over')
  }
}

const nobody = 65_534

/** 10: a folder that may be read only, or not at all. */
export const noPermission: Proof = {
  fault: 10,
  name: 'a folder that may not be written, or not be read, by another user',
  async run() {
    const tries = new Tries()
    if (process.getuid?.() !== 0)
      return { points: 0, failures: [], skipped: 'only root can start a program as another user' }
    const parent = mkdtempSync(path.join(tmpdir(), 'permission-'))
    chmodSync(parent, 0o755)
    const program = path.join(parent, 'faults.mjs')
    copyFileSync(process.argv[1] ?? '', program)
    const folder = path.join(parent, 'shop')
    const store = await openEmbeddedStore(folder)
    await begin(store)
    await store.close()
    const sorts: readonly (readonly [string, number, number, number, 'refused' | 'open'])[] = [
      ['another user’s', 0, 0o700, 0o600, 'refused'],
      ['another user’s that all may read', 0, 0o755, 0o644, 'open'],
      ['one’s own that may not be written', nobody, 0o500, 0o400, 'open'],
    ]
    for (const [words, owner, mode, fileMode, expected] of sorts) {
      await tries.point(`a folder, ${words}`, async () => {
        for (const file of filesBelow(folder)) {
          chownSync(file, owner, owner)
          chmodSync(file, statSync(file).isDirectory() ? mode : fileMode)
        }
        const before = marksOf(folder)
        const holder = new Holder(program, nobody)
        await holder.answer()
        const answer = await holder.open(folder)
        await holder.kill()
        must(answer.kind === expected, JSON.stringify(answer))
        if (answer.kind === 'refused') must(answer.advice !== '', 'it gives no advice')
        if (answer.kind === 'open') must(answer.readOnly !== null, 'it does not say that nothing can be written')
        must(marksOf(folder) === before, 'something in the folder was changed')
        must((await checkFolder(folder)).shopName !== '', 'it cannot be read by who may')
      })
    }
    rmSync(parent, { recursive: true, force: true })
    return tries
  },
}

const filesBelow = (folder: string): readonly string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
]

const marksOf = (folder: string): string =>
  filesBelow(folder)
    .map((file) => `${file} ${String(statSync(file).mtimeMs)} ${String(statSync(file).size)}`)
    .join('\n')

/** A place for a small disk. */
export function aMountPoint(): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'small-disk-')), 'disk')
  mkdirSync(folder)
  return folder
}
