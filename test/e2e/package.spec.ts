import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { sandboxArguments } from '../../scripts/display.mjs'

// The packaged program cannot be driven from outside: the fuse against inspection sees to that. What can be checked of it
// is checked from outside.
test.describe.configure({ mode: 'serial' })
test.skip(process.platform !== 'linux', 'the packaged program is proven on Linux')

const repository = path.resolve(import.meta.dirname, '../..')
const program = path.join(repository, 'dist', 'linux-unpacked', 'crowdfunding-back-office')
const resources = path.join(path.dirname(program), 'resources')

test.beforeAll('package the program', async () => {
  test.setTimeout(180_000)
  await promisify(execFile)(process.execPath, ['scripts/package.mjs'], { cwd: repository, maxBuffer: 10_000_000 })
})

test('the packaged program has its fuses set', async () => {
  const wire = await getCurrentFuseWire(program)
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption]
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE))
})

test('the packaged program holds the build and nothing else', () => {
  const archive = path.join(resources, 'app.asar')
  const files = listPackage(archive, { isPack: false })
  expect(files.filter((file) => !/^[/\\](out|package\.json)/.test(file))).toEqual([])
  expect(extractFile(archive, 'out/main/main.js').length).toBeGreaterThan(0)
  expect(existsSync(path.join(resources, 'default_app.asar'))).toBe(false)
  expect(existsSync(path.join(resources, 'app'))).toBe(false)
})

test('the packaged program opens its window', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'back-office-packaged-'))
  const env = { ...process.env, BACK_OFFICE_SPAWNED_AT: String(Date.now()) }
  const running = spawn(program, [...sandboxArguments(), `--data-dir=${dataFolder}`], { env })
  const ended = new Promise((resolve) => running.once('exit', resolve))
  try {
    const told = new Promise<string>((resolve, reject) => {
      let output = ''
      const listen = (chunk: Buffer) => {
        output += chunk.toString()
        if (/first page painted/.test(output)) resolve(output)
      }
      running.stdout.on('data', listen)
      running.once('exit', () => reject(new Error(`It ended without a page:\n${output}`)))
    })
    expect(await told).toMatch(/first page painted after \d+ ms/)
  } finally {
    running.kill()
    await ended
    await rm(dataFolder, { recursive: true, force: true })
  }
})
