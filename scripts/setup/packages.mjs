// The locked packages: installed when the lock file changed since last time, otherwise left alone.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../paths.mjs'
import { runProgram } from '../runProgram.mjs'
import { SetUpFailure, step } from './say.mjs'

const lockFile = inRoot('package-lock.json')
const installedLock = inRoot('node_modules', '.package-lock.json')
const mark = inRoot('node_modules', '.installed-for')

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Whether what is installed is what the lock file asks for. Optional packages of other platforms may be absent.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function isAsLocked(locked, installed) {
  const needed = Object.entries(locked).filter(([place]) => place !== '')
  const present = needed.every(([place, { version, optional }]) => {
    const found = installed[place]
    return found === undefined ? optional === true : found.version === version
  })
  return present && Object.keys(installed).every((place) => locked[place] !== undefined)
}

/** @param {string} file @returns {LockedPackages} */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/** Installs the locked packages where they are missing or the lock file changed. */
export async function installPackages() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  if (!existsSync(installedLock) || !isAsLocked(packagesIn(lockFile), packagesIn(installedLock))) await cleanInstall()
  writeFileSync(mark, hash)
}

function countFolders() {
  const folder = inRoot('node_modules')
  return existsSync(folder) ? readdirSync(folder).length : 0
}

async function cleanInstall() {
  await step('Installing the locked packages (about 650, some 500 MB on disk)', async (progress) => {
    // Engine warnings are silenced: a few tools ask for a newer Node than they need, and what is pinned is proven.
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    // npm says nothing while it works; how many folders there are does.
    const counter = setInterval(() => progress(`${countFolders()} folders so far`), 2000)
    const { code, output } = await runProgram(npm, args, { show: false }).finally(() => clearInterval(counter))
    if (code === 0) return
    throw new SetUpFailure(
      `npm could not install the locked packages:\n${output.trim().split('\n').slice(0, 12).join('\n')}`,
      output.includes('EUSAGE')
        ? 'package.json and package-lock.json differ: run npm install, look at what it changed, and commit both.'
        : 'see that this machine reaches a package registry (npm ping), then run the same command again.',
    )
  })
}
