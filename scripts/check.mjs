// `npm run check`: format, lint, types, unused code. All of them run, so that one look shows everything.
import { pathToFileURL } from 'node:url'
import { runTool } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript } from './setup/say.mjs'

const checks = [
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'types', tool: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'lint', tool: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'unused code', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
]

/** Runs every check and tells how each went. @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function runChecks() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, tool, args } of checks) {
    const began = Date.now()
    const { code } = await runTool(tool, args)
    sum[code === 0 ? 'passed' : 'failed'] += 1
    console.log(`check ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  }
  return sum
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp()
    return (await runChecks()).failed === 0 ? 0 : 1
  })
}
