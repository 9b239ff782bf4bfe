// Runs a command in plain Node: `node scripts/run.mjs NAME ARGUMENTS…` (`npm run replay -- …`). What belongs to the program stands in
// electron/commands/NAME.ts, what proves it in test/commands/NAME.ts.
import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUpPackages } from './setup.mjs'
import { runScript, SetUpFailure } from './setup/say.mjs'

const [name = '', ...args] = process.argv.slice(2)

await runScript(async () => {
  const entry = ['electron', 'test']
    .map((tree) => inRoot(tree, 'commands', `${name}.ts`))
    .find((file) => existsSync(file))
  if (!/^[A-Za-z]+$/.test(name) || entry === undefined) {
    throw new SetUpFailure(
      `There is no command '${name}'.`,
      'name one of the files in electron/commands or test/commands, without its ending.',
    )
  }
  await setUpPackages()
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: inRoot('out', 'commands'),
      emptyOutDir: false,
      rolldownOptions: { input: { [name]: entry }, output: { entryFileNames: '[name].mjs', codeSplitting: false } },
    },
  })
  return (
    await runProgram(process.execPath, ['--enable-source-maps', inRoot('out', 'commands', `${name}.mjs`), ...args])
  ).code
})
