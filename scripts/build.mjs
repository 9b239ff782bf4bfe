// `npm run build`: the program into out/, when a source changed since it was last built.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, inRoot, root } from './paths.mjs'
import { runTool } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript, say, SetUpFailure, step } from './setup/say.mjs'

const sources = ['shared', 'electron', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const mark = inRoot('out', '.built-from')
const lock = path.join(cacheFolder, 'build.lock')

/** A hash over the names and contents of everything that goes into the program. @param {readonly string[]} places */
export function fingerprint(places, folder = root) {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => filesBelow(path.join(folder, place)))) {
    hash.update(path.relative(folder, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  if (!existsSync(place)) return []
  const entries = readdirSync(path.dirname(place), { withFileTypes: true })
  if (entries.find((entry) => entry.name === path.basename(place))?.isFile()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)))
}

const isBuilt = () => existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(sources)

/** Builds what changed; two builds in one folder wait for each other. */
export async function build() {
  if (isBuilt()) return
  await holdLock(async () => {
    if (isBuilt()) return
    const from = fingerprint(sources)
    await step('Building the program', async () => {
      rmSync(mark, { force: true })
      const { code, output } = await runTool('electron-vite/bin/electron-vite.js', ['build'], { show: false })
      if (code !== 0)
        throw new SetUpFailure(
          `The build failed:\n${output.trim()}`,
          'mend what is named above, then run the same command again.',
        )
    })
    writeFileSync(mark, from)
  })
}

/** @param {() => Promise<void>} work */
async function holdLock(work) {
  mkdirSync(cacheFolder, { recursive: true })
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isRunning(Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0))) rmSync(lock, { force: true })
    return false
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    // A lock that was just made has no number in it yet.
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp()
    await build()
    say('Built: out/')
  })
}
