// `npm run bench`: measures the embedded store against its peers, which are installed in test/bench only by this command.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUpPackages } from './setup.mjs'
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

await runScript(async () => {
  await setUpPackages()
  await installPeers()
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: inRoot('out', 'bench'),
      emptyOutDir: false,
      rolldownOptions: {
        input: { bench: inRoot('test', 'bench', 'bench.ts') },
        output: { entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
  })
  const program = inRoot('out', 'bench', 'bench.mjs')
  const args = ['--expose-gc', '--enable-source-maps', program, '--peers', peers, ...process.argv.slice(2)]
  return (await runProgram(process.execPath, args)).code
})
