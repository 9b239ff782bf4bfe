// `npm run e2e -- ARGUMENTS`: Playwright on the built program, on a virtual display so that nothing pops up on a real one.
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { onDisplay } from './display.mjs'
import { inRoot } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript } from './setup/say.mjs'

/**
 * Runs Playwright with these arguments.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] in addition to the present one
 */
export function runEndToEnd(args, environment = {}) {
  const shown = onDisplay(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'test', ...args])
  return runProgram(shown.command, shown.args, { env: { ...process.env, ...environment } })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp()
    await build()
    return (await runEndToEnd(['--project=e2e', ...process.argv.slice(2)])).code
  })
}
