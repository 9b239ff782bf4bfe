import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CannotOpen } from '../store'
import type { Files } from './files'

/*
 * Who holds the folder stands in the name of an empty file, `lock-<process>-<when it started>`. The name belongs to one process for
 * ever: no other ever makes it, and whoever finds its owner gone may remove it without taking away the lock of a third.
 */

const lockName = /^lock-(\d+)-([A-Za-z0-9]+)$/u

const unknownStart = 'unknown'

/**
 * When the process started, as text that no other process of the same number shares, or null when there is none. Where the system
 * does not tell (it does on Linux) a living process of that number counts as the owner.
 */
export function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null
  }
  if (process.platform !== 'linux') return unknownStart
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
    // The name, second in the line, may hold anything, brackets as well; the start is the 20th after it (proc(5)).
    const facts = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    const [state, ...rest] = facts.slice(facts.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : `${boot}t${rest[18] ?? ''}`
  } catch {
    return unknownStart
  }
}

const isHeld = (pid: number, start: string): boolean => {
  const now = startOf(pid)
  return now !== null && (now === start || now === unknownStart || start === unknownStart)
}

/** The folder takes no files, so nothing can be changed in it, by this program or another one on this machine. */
export class NotWritable extends CannotOpen {}

const inUse = (pid: number): CannotOpen =>
  new CannotOpen(
    '.',
    `is in use by another running program (process ${String(pid)})`,
    'Close the other program, then open it here again.',
  )

/**
 * Takes the folder for this process; answers how to give it back. Throws `CannotOpen` while a living process holds it, this one
 * included. Of two that come at the same instant at most one gets it.
 */
export async function lockFolder(files: Files, folder: string): Promise<() => Promise<void>> {
  const own = `lock-${String(process.pid)}-${startOf(process.pid) ?? unknownStart}`
  const claimed = path.join(folder, own)
  try {
    await files.claim(claimed)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw inUse(process.pid)
    const why = error instanceof Error ? error.message : String(error)
    throw new NotWritable(
      '.',
      `cannot be written (${why})`,
      'Check that the folder is yours and its disk can be written.',
    )
  }
  try {
    for (const name of await files.list(folder)) {
      const [, pid = '', start = ''] = lockName.exec(name) ?? []
      if (name === own || pid === '') continue
      if (isHeld(Number(pid), start)) throw inUse(Number(pid))
      await files.remove(path.join(folder, name))
    }
  } catch (error) {
    await files.remove(claimed)
    throw error
  }
  return () => files.remove(claimed)
}

/** Throws `CannotOpen` while another living process holds the folder: what it writes could be seen by halves. */
export async function refuseWhileHeld(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) {
    const [, pid = '', start = ''] = lockName.exec(name) ?? []
    if (pid !== '' && isHeld(Number(pid), start)) throw inUse(Number(pid))
  }
}
