import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { inMemory } from '../../memory'

const made: string[] = []

/** A new empty folder, cleared away after the test; in memory: what these tests look at happens before the disk. */
export function aFolder(where = inMemory): string {
  const folder = mkdtempSync(path.join(where, 'embedded-store-'))
  made.push(folder)
  return folder
}

/** The same where a real disk keeps it. */
export const aDiskFolder = (): string => aFolder(tmpdir())

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const isLock = (file: string): boolean => path.basename(file).startsWith('lock-')

/** What a crash at this instant would leave: all but the lock, whose owner would be gone. */
export function copyOf(folder: string): string {
  const copy = aFolder()
  cpSync(folder, copy, { recursive: true, filter: (file) => !isLock(file) })
  return copy
}

/** Names of all files below the folder, with forward slashes. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .sort()

/** Every file's bytes, to see that nothing was touched. */
export const bytesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString('latin1')]))
