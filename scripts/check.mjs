// `npm run check`: format, lint, types, unused code. All of them run, so that one look shows everything.
import { pathToFileURL } from 'node:url'
import { runTool } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript } from './setup/say.mjs'

const eslint = 'eslint/bin/eslint.js'

/** The longest first. Lint is two: it learns the types of the program and those of its tests apart anyway. */
const checks = [
  { name: 'lint of the tests', tool: eslint, args: ['test', '--max-warnings', '0'] },
  { name: 'lint', tool: eslint, args: ['.', '--ignore-pattern', 'test/', '--max-warnings', '0'] },
  { name: 'types', tool: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
]

/** Runs every check, two at a time, and tells how each went. @returns {Promise<import('./countTests.mjs').Sum>} */
export async function runChecks() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const waiting = [...checks]
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      sum[(await passes(check)) ? 'passed' : 'failed'] += 1
    }
  }
  await Promise.all([lane(), lane()])
  return sum
}

/** @param {(typeof checks)[number]} check */
async function passes({ name, tool, args }) {
  const began = Date.now()
  const { code, output } = await runTool(tool, args, { show: false })
  if (code !== 0) process.stdout.write(output)
  console.log(`check ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return code === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp()
    return (await runChecks()).failed === 0 ? 0 : 1
  })
}
