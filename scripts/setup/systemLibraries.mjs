// What Electron and a virtual display need of the system. Debian and Ubuntu as root: installed; otherwise one command is named.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from '../runProgram.mjs'
import { SetUpFailure, step } from './say.mjs'

/** Each thing that is needed, how its presence shows, and the Debian package that brings it. */
const needs = [
  { library: 'libgtk-3.so.0', package: 'libgtk-3-0' },
  { library: 'libnss3.so', package: 'libnss3' },
  { library: 'libasound.so.2', package: 'libasound2' },
  { library: 'libgbm.so.1', package: 'libgbm1' },
]
const displayNeeds = [
  { program: 'Xvfb', package: 'xvfb' },
  { program: 'xauth', package: 'xauth' },
]

/**
 * The Debian packages that are missing.
 * @param {{ hasLibrary: (name: string) => boolean, hasProgram: (name: string) => boolean, hasDisplay: boolean }} machine
 */
export function missingPackages({ hasLibrary, hasProgram, hasDisplay }) {
  const libraries = needs.filter(({ library }) => !hasLibrary(library))
  const programs = hasDisplay ? [] : displayNeeds.filter(({ program }) => !hasProgram(program))
  return [...libraries, ...programs].map((need) => need.package)
}

/** Whether a window can be shown to someone. */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true
  return Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])
}

/** @param {string} name */
function hasProgram(name) {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function missingHere() {
  const known = spawnSync(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], { encoding: 'utf8' })
  // A system without ldconfig (musl, NixOS) says nothing about its libraries; Electron itself will.
  const libraries = known.status === 0 ? known.stdout : undefined
  return missingPackages({
    hasLibrary: (name) => libraries?.includes(`\t${name} `) ?? true,
    hasProgram,
    hasDisplay: hasDisplay(),
  })
}

/** Provides the system libraries and, where there is no display, a virtual one. Only Linux needs any. */
export async function provideSystemLibraries() {
  if (process.platform !== 'linux') return
  const missing = missingHere()
  if (missing.length === 0) return
  const remedy = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!existsSync('/etc/debian_version')) {
    throw new SetUpFailure(
      `Electron needs system libraries that are missing here (Debian names: ${missing.join(', ')}).`,
      'install the packages of your system that bring them (Fedora: gtk3 nss alsa-lib mesa-libgbm xorg-x11-server-Xvfb xorg-x11-xauth).',
    )
  }
  if (process.getuid?.() !== 0)
    throw new SetUpFailure(
      `System packages are missing: ${missing.join(', ')}.`,
      `run\n\n  ${remedy}\n\n  and then the same command again.`,
    )
  await install(missing, remedy)
}

/** @param {string[]} missing @param {string} remedy */
async function install(missing, remedy) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing system packages (${missing.join(', ')}; up to 100 MB)`, async (progress) => {
    progress('reading the lists of packages')
    await runProgram('apt-get', ['update', '-q'], { env, show: false })
    const names = missing.map(currentName)
    progress('downloading and unpacking')
    const args = ['install', '-y', '-q', '--no-install-recommends', ...names]
    const { code, output } = await runProgram('apt-get', args, {
      env,
      show: false,
      onLine: (line) => progress(line.trim().slice(0, 70)),
    })
    if (code !== 0)
      throw new SetUpFailure(
        `The system packages could not be installed:\n${output.trim().split('\n').slice(-12).join('\n')}`,
        `run\n\n  ${remedy}\n\n  yourself, and then the same command again.`,
      )
  })
}

/** Newer releases renamed some libraries for their 64-bit time (libgtk-3-0t64). @param {string} name */
function currentName(name) {
  const renamed = spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { stdio: 'ignore' })
  return renamed.status === 0 ? `${name}t64` : name
}
