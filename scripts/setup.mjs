// `npm run setup`: everything that the program needs on this machine, made once. Node 20.19 and npm are all it asks for.
import { pathToFileURL } from 'node:url'
import { provideElectron } from './setup/electronRuntime.mjs'
import { installPackages } from './setup/packages.mjs'
import { runScript, say, SetUpFailure } from './setup/say.mjs'
import { provideSystemLibraries } from './setup/systemLibraries.mjs'

const oldestNode = [20, 19]

/** Whether a Node version is new enough. @param {string} version */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** Makes what plain Node commands need: a Node that is new enough and the locked packages. */
export async function setUpPackages() {
  if (!nodeIsNewEnough(process.versions.node)) {
    throw new SetUpFailure(
      `Node ${process.versions.node} is too old.`,
      `install Node ${oldestNode.join('.')} or newer.`,
    )
  }
  await installPackages()
}

/** Makes what is missing and names the Electron to use. Does nothing where all is there. */
export async function setUp() {
  await setUpPackages()
  await provideSystemLibraries()
  const electron = await provideElectron()
  // The tools that start Electron themselves look here.
  process.env['ELECTRON_EXEC_PATH'] = electron.executable
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder
  return { electron }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const { electron } = await setUp()
    say(`Ready: Electron ${electron.version} (${electron.kind}), Node ${process.versions.node}.`)
  })
}
