import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbeddedStore } from '../../electron/store/embedded/openEmbeddedStore'
import { life, watchLife } from './life'
import { must, stateOf, theStore, Tries, type Outcome, type Proof, type Scale } from './proof'

/* A program of its own lives a life on the real disk, under strace, which counts its system calls and spoils the nth. */

/** The program: tells of each step when it is saved; what is refused it asks for again a few times, as people do. */
export async function runLife(folder: string): Promise<number> {
  const told = (what: string): void => console.log(what)
  const store = await openEmbeddedStore(folder)
  told('open')
  for (const [index, live] of life.entries()) {
    let saved = false
    for (let time = 0; time < 3 && !saved; time += 1) {
      saved = await live(store).then(
        () => true,
        () => false,
      )
    }
    if (!saved) return 1
    told(`step ${String(index + 1)}`)
  }
  return 0
}

const syncing = ['fsync', 'fdatasync'] as const
const writing = ['write', 'pwrite64', 'writev', 'rename', 'renameat2', 'unlink', 'mkdir', 'ftruncate', ...syncing]

interface Traced {
  readonly program: string
  readonly folder: string
  readonly log: string
}

/** All files are worked on by one thread, because strace counts the calls of each by itself. */
function underStrace({ program, folder, log }: Traced, args: readonly string[]): SpawnSyncReturns<string> {
  const command = [...args, process.execPath, program, 'live', path.join(folder, 'shop')]
  return spawnSync('strace', ['-f', '-qq', '-y', '-o', log, ...command], {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** Calls of a life that nothing disturbs: on which files, and how many of each kind. Null where programs cannot be traced here. */
function observe(
  traced: Traced,
  calls: readonly string[],
): { readonly files: readonly string[]; readonly counts: ReadonlyMap<string, number> } | null {
  const { status } = underStrace(traced, ['-e', `trace=${calls.join(',')}`])
  if (status !== 0) return null
  const shop = path.join(traced.folder, 'shop')
  const lines = readFileSync(traced.log, 'utf8')
    .split('\n')
    // The name of a lock is new each time.
    .filter((line) => line.includes(shop) && !line.includes('lock-'))
  const files = new Set(lines.flatMap((line) => line.match(new RegExp(`${shop}[^">,)]*`, 'gu')) ?? []))
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [, call = ''] = /^\d+ +(\w+)\(/u.exec(line) ?? []
    counts.set(call, (counts.get(call) ?? 0) + 1)
  }
  return { files: [...files], counts }
}

interface Spoiling {
  readonly calls: readonly string[]
  /** As strace is told it. */
  readonly how: 'signal=KILL' | 'error=EIO'
  /** From that call on, or only that one. */
  readonly forGood: boolean
}

/** Lives the life anew for every such call, counted by kinds as strace does, and looks at what is left. */
async function spoilEach({ calls, how, forGood }: Spoiling, { full }: Scale): Promise<Outcome> {
  const tries = new Tries()
  const { states } = await watchLife(theStore)
  const folder = mkdtempSync(path.join(tmpdir(), 'calls-'))
  const traced = { program: process.argv[1] ?? '', folder, log: path.join(folder, 'log') }
  try {
    const seen = observe(traced, calls)
    if (seen === null) return { points: 0, failures: [], skipped: 'there is no strace here, or it may not trace' }
    const onFiles = seen.files.flatMap((file) => ['-P', file])
    for (const [call, count] of seen.counts) {
      for (let n = 1; n <= count; n += full ? 1 : 37) {
        await tries.point(`${how} at ${call} ${String(n)} of ${String(count)}`, async () => {
          rmSync(path.join(folder, 'shop'), { recursive: true, force: true })
          const inject = `inject=${call}:${how}:when=${String(n)}${forGood ? '+' : ''}`
          const { stdout, status } = underStrace(traced, [...onFiles, '-e', `trace=${call}`, '-e', inject])
          must(how !== 'signal=KILL' || status !== 0, 'it was not killed')
          const told = stdout.split('\n').length - 1
          const store = await openEmbeddedStore(path.join(folder, 'shop'))
          const found = await stateOf(store)
          await store.close()
          const allowed = [states[Math.max(told - 1, 0)], states[Math.min(told, states.length - 1)]]
          must(allowed.includes(found), `after ${String(told)} lines another state than any told or under way`)
        })
      }
    }
    return tries
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 1: killed by the system at every call that writes, one after the other. */
export const killedAtCalls: Proof = {
  fault: 1,
  name: 'a program killed at every system call that writes (strace)',
  run: (_subject, scale) => spoilEach({ calls: writing, how: 'signal=KILL', forGood: false }, scale),
}

/** 6: the system's own answer to a sync is an error, once and for good. */
export const failedCalls: Proof = {
  fault: 6,
  name: 'every fsync and fdatasync of a program fails, once and for good (strace)',
  async run(_subject, scale) {
    const once = await spoilEach({ calls: syncing, how: 'error=EIO', forGood: false }, scale)
    const forGood = await spoilEach({ calls: syncing, how: 'error=EIO', forGood: true }, scale)
    return {
      points: once.points + forGood.points,
      failures: [...once.failures, ...forGood.failures],
      ...(once.skipped !== undefined && { skipped: once.skipped }),
    }
  },
}
