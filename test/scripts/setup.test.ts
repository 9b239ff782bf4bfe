import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deflateRawSync } from 'node:zlib'
import { onDisplay, sandboxArguments } from '../../scripts/display.mjs'
import { nodeIsNewEnough } from '../../scripts/setup.mjs'
import { chooseRuntime } from '../../scripts/setup/electronRuntime.mjs'
import { runtimePlace } from '../../scripts/setup/fallbackRuntime.mjs'
import { isAsLocked } from '../../scripts/setup/packages.mjs'
import { missingPackages } from '../../scripts/setup/systemLibraries.mjs'
import { unzip } from '../../scripts/setup/unzip.mjs'

describe('the Electron that runs the program', () => {
  const candidates = [
    { kind: 'chosen' as const, folder: '/chosen', wanted: undefined },
    { kind: 'official' as const, folder: '/official', wanted: '45.4.1' },
    { kind: 'fallback' as const, folder: '/fallback', wanted: '33.2.1' },
  ]
  const chosenAmong = (there: Record<string, string>) => chooseRuntime(candidates, (folder) => there[folder])?.kind

  test('is the one that someone named, whatever its version', () => {
    expect(chosenAmong({ '/chosen': '1.0.0', '/official': '45.4.1', '/fallback': '33.2.1' })).toBe('chosen')
  })
  test('is else the official one', () => {
    expect(chosenAmong({ '/official': '45.4.1', '/fallback': '33.2.1' })).toBe('official')
  })
  test('is not the official one of another version than the lock file asks for', () => {
    expect(chosenAmong({ '/official': '44.0.0', '/fallback': '33.2.1' })).toBe('fallback')
  })
  test('has to be provided where none is there', () => {
    expect(chosenAmong({})).toBeUndefined()
    expect(chosenAmong({ '/official': '44.0.0' })).toBeUndefined()
  })
  test('is not looked for in a folder that nobody named', () => {
    expect(chooseRuntime([{ kind: 'chosen', folder: '', wanted: undefined }], () => '1.0.0')).toBeUndefined()
  })
})

describe('the fallback runtime', () => {
  test('leaves the packaged application out and keeps the runtime around it', () => {
    expect(runtimePlace('Cypress/resources/app/index.js')).toBeUndefined()
    expect(runtimePlace('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
    expect(runtimePlace('README')).toBeUndefined()
    expect(runtimePlace('Cypress/Cypress')).toBe('electron')
    expect(runtimePlace('Cypress/locales/en-GB.pak')).toBe('locales/en-GB.pak')
  })
})

describe('the locked packages', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  }
  test('are there when all that this platform needs is installed', () => {
    expect(isAsLocked(locked, { 'node_modules/react': { version: '19.3.1' } })).toBe(true)
  })
  test.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/react': { version: '19.3.0' } }],
    [
      'there is one too many',
      { 'node_modules/react': { version: '19.3.1' }, 'node_modules/left-pad': { version: '1.0.0' } },
    ],
  ])('are installed anew when %s', (_, installed) => {
    expect(isAsLocked(locked, installed)).toBe(false)
  })
})

describe('the system', () => {
  const bare = { hasLibrary: () => false, hasProgram: () => false }
  test('lacks everything when it is fresh and has no display', () => {
    expect(missingPackages({ ...bare, hasDisplay: false })).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
      'libgbm1',
      'xvfb',
      'xauth',
    ])
  })
  test('needs no virtual display where there is a real one', () => {
    expect(missingPackages({ ...bare, hasLibrary: () => true, hasDisplay: true })).toEqual([])
  })
  test('is asked only for what is missing', () => {
    const hasLibrary = (name: string) => name !== 'libnss3.so'
    expect(missingPackages({ hasLibrary, hasProgram: (name) => name === 'Xvfb', hasDisplay: false })).toEqual([
      'libnss3',
      'xauth',
    ])
  })
  test('has a Node that is new enough from 20.19 on', () => {
    expect(['20.18.1', '18.20.0', '20.19.0', '20.20.2', '22.1.0'].map(nodeIsNewEnough)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })
})

describe('a window', () => {
  test('opens as it is where there is a display, else on a virtual one', () => {
    expect(onDisplay('electron', ['.'], true)).toEqual({ command: 'electron', args: ['.'] })
    const virtual = onDisplay('electron', ['.'], false)
    expect(virtual.command).toBe('xvfb-run')
    expect(virtual.args.slice(-2)).toEqual(['electron', '.'])
  })
  test('goes without its sandbox for root alone', () => {
    expect(sandboxArguments(0)).toEqual(['--no-sandbox'])
    expect(sandboxArguments(1000)).toEqual([])
  })
})

describe('unpacking', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'unzip-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** A zip archive of these files, the first packed and the others stored. */
  function anArchive(files: Record<string, string>) {
    const pieces: Buffer[] = []
    const entries: Buffer[] = []
    let offset = 0
    Object.entries(files).forEach(([name, text], index) => {
      const data = index === 0 ? deflateRawSync(text) : Buffer.from(text)
      const header = Buffer.alloc(30)
      header.writeUInt32LE(0x04034b50, 0)
      header.writeUInt16LE(name.length, 26)
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50, 0)
      entry.writeUInt16LE(index === 0 ? 8 : 0, 10)
      entry.writeUInt32LE(data.length, 20)
      entry.writeUInt16LE(name.length, 28)
      entry.writeUInt32LE(0o100755 * 0x10000, 38)
      entry.writeUInt32LE(offset, 42)
      pieces.push(header, Buffer.from(name), data)
      entries.push(entry, Buffer.from(name))
      offset += header.length + name.length + data.length
    })
    const directory = Buffer.concat(entries)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(Object.keys(files).length, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(offset, 16)
    const archive = path.join(folder, 'archive.zip')
    writeFileSync(archive, Buffer.concat([...pieces, directory, end]))
    return archive
  }

  test('writes what was chosen, with its right to be run, and nothing else', async () => {
    const archive = anArchive({ 'a/program': 'packed '.repeat(50), 'a/stored': 'stored', 'b/other': 'not wanted' })
    const count = await unzip(archive, path.join(folder, 'out'), (name) =>
      name.startsWith('a/') ? name.slice(2) : undefined,
    )
    expect(count).toBe(2)
    expect(readFileSync(path.join(folder, 'out', 'program'), 'utf8')).toBe('packed '.repeat(50))
    expect(readFileSync(path.join(folder, 'out', 'stored'), 'utf8')).toBe('stored')
    expect(statSync(path.join(folder, 'out', 'program')).mode & 0o111).not.toBe(0)
  })
  test('refuses an entry that would leave the folder', async () => {
    const archive = anArchive({ '../outside': 'x' })
    await expect(unzip(archive, path.join(folder, 'out'), (name) => name)).rejects.toThrow('leaves its folder')
  })
  test('refuses an archive that was cut short', async () => {
    const archive = anArchive({ file: 'x' })
    writeFileSync(archive, readFileSync(archive).subarray(0, 40))
    await expect(unzip(archive, folder, (name) => name)).rejects.toThrow('Not a zip archive')
  })
})
