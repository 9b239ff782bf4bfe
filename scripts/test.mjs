// `npm test`: set-up, every check, every test, and as the last line the sum over all runners.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { runChecks } from './check.mjs'
import { addUp, closingLine, sumOfPlaywright, sumOfVitest } from './countTests.mjs'
import { runEndToEnd } from './endToEnd.mjs'
import { cacheFolder, inRoot } from './paths.mjs'
import { runProgram, runTool } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript } from './setup/say.mjs'

const reports = path.join(cacheFolder, 'reports')

await runScript(async () => {
  await setUp()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  // One process, which would leave a processor free: the checks have work for it. What it says waits until they are through.
  const faults = proof(['faults', '--quick', '--json'], { show: false })
  const sums = [
    await part('checks', runChecks),
    await part('faults, begun with the checks', async () => {
      const { output, sum } = await faults
      process.stdout.write(output)
      return sum
    }),
    await part('unit tests', unitTests),
    await part('crashes', async () => (await proof(['crash', '--kills', '500', '--json'])).sum),
    await part('end to end', endToEndTests),
  ]
  const sum = addUp(sums)
  console.log(`\n${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
})

/**
 * @param {string} title
 * @param {() => Promise<import('./countTests.mjs').Sum>} run
 */
async function part(title, run) {
  console.log(`\n── ${title} ──`)
  const began = Date.now()
  const sum = await run()
  console.log(`${title}: ${closingLine(sum)} in ${Math.round((Date.now() - began) / 1000)} s`)
  return sum
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

async function unitTests() {
  const file = path.join(reports, 'vitest.json')
  const { code } = await runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return sumOfVitest(readReport(file), code)
}

/**
 * A command that proves something and ends with 0 where it holds.
 * @param {string[]} args
 * @param {{ show?: boolean }} [options]
 */
async function proof(args, options) {
  const { code, output } = await runProgram(process.execPath, [inRoot('scripts', 'run.mjs'), ...args], options)
  return { output, sum: { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 } }
}

async function endToEndTests() {
  try {
    await build()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const file = path.join(reports, 'playwright.json')
  const { code } = await runEndToEnd(['--project=e2e', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  return sumOfPlaywright(readReport(file), code)
}
