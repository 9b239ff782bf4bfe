// `npm run bench`: measures the embedded store against its peers, which are installed in test/bench only by this command; with --desk
// how quick the desk is in the real window, with --reports how quick managers' charts are there.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as buildProgram } from './build.mjs'
import { onDisplay } from './display.mjs'
import { inRoot } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUp, setUpPackages } from './setup.mjs'
import { presentRuntime } from './setup/electronRuntime.mjs'
import { runScript, SetUpFailure } from './setup/say.mjs'

const peers = inRoot('test', 'bench')
const mark = path.join(peers, 'node_modules', '.installed-for')

// What the command says on its standard output is the report alone.
const tell = (/** @type {string} */ line) => console.error(`[bench] ${line}`)

/** The headers that came with this Node, so that compiling needs no download. @returns {NodeJS.ProcessEnv} */
function withHeaders() {
  const folder = path.resolve(path.dirname(process.execPath), '..')
  const known = process.env['npm_config_nodedir'] !== undefined
  if (known || !existsSync(path.join(folder, 'include', 'node', 'node_api.h'))) return process.env
  return { ...process.env, npm_config_nodedir: folder }
}

async function installPeers() {
  const lock = readFileSync(path.join(peers, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(process.versions.modules).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  tell('Installing better-sqlite3; where it must be compiled this takes three to five minutes …')
  const ticker = setInterval(() => tell(`  … ${seconds()}`), 10_000)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--prefix', peers, '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runProgram(npm, args, { show: false, env: withHeaders() }).finally(() =>
    clearInterval(ticker),
  )
  if (code !== 0) {
    throw new SetUpFailure(
      `npm could not install better-sqlite3:\n${output.trim().split('\n').slice(-12).join('\n')}`,
      'see that a C++ compiler, make and Python 3 are there, and that a package registry can be reached.',
    )
  }
  writeFileSync(mark, wanted)
  tell(`Installed in ${seconds()}.`)
}

/**
 * Makes one program of a measurement and answers where it stands.
 * @param {string} name of its file in test/bench
 * @param {readonly string[]} [external] packages that it loads as they are
 */
async function bundled(name, external = []) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...external], target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: inRoot('out', 'bench'),
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: inRoot('test', 'bench', `${name}.ts`) },
        output: { entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
  })
  return inRoot('out', 'bench', `${name}.mjs`)
}

/**
 * What people wait for in the real window.
 * @param {'desk' | 'reports'} what
 * @param {readonly string[]} args
 */
async function measureWindow(what, args) {
  await setUp()
  await buildProgram()
  const program = await bundled(what, ['@playwright/test'])
  const electron = presentRuntime()?.folder ?? ''
  const given = ['--root', inRoot(), '--electron', electron, ...args]
  const shown = onDisplay(process.execPath, ['--enable-source-maps', program, ...given])
  return (await runProgram(shown.command, shown.args)).code
}

await runScript(async () => {
  const args = process.argv.slice(2)
  for (const what of /** @type {const} */ (['desk', 'reports'])) {
    if (args.includes(`--${what}`))
      return measureWindow(
        what,
        args.filter((arg) => arg !== `--${what}`),
      )
  }
  await setUpPackages()
  await installPeers()
  const program = await bundled('bench')
  return (
    await runProgram(process.execPath, ['--expose-gc', '--enable-source-maps', program, '--peers', peers, ...args])
  ).code
})
