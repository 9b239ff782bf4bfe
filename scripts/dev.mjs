// `npm run dev`: the program with hot reload. Arguments after `--` go to the program.
import { onDisplay, sandboxArguments } from './display.mjs'
import { inRoot } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await setUp()
  const noSandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : []
  const passed = process.argv.slice(2)
  const args = [
    inRoot('node_modules/electron-vite/bin/electron-vite.js'),
    'dev',
    '--watch',
    ...noSandbox,
    ...(passed.length > 0 ? ['--', ...passed] : []),
  ]
  const shown = onDisplay(process.execPath, args)
  return (await runProgram(shown.command, shown.args)).code
})
