// `npm run package`: the program unpacked in dist/, with its fuses set. Where set-up had to use the fallback runtime the result
// is for trying the packaging only and says so: its Chromium is too old to be given to anyone.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from './build.mjs'
import { inRoot, root } from './paths.mjs'
import { runScript, say, step } from './setup/say.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  const { electron } = await setUp()
  await build()
  // Installed by set-up, so it cannot be imported before it.
  const { build: packageProgram } = await import('electron-builder')
  await step('Packaging', async () => {
    await packageProgram({ projectDir: root, dir: true, publish: 'never', config: configurationFor(electron) })
  })
  if (electron.kind === 'fallback') say(`Electron ${electron.version} is the fallback: do not ship this one.`)
  say(`Packaged: ${inRoot('dist')}`)
})

/**
 * @param {import('./setup/electronRuntime.mjs').Runtime} electron
 * @returns {import('electron-builder').Configuration}
 */
function configurationFor(electron) {
  return {
    appId: 'shop.crowdfunding.backoffice',
    electronDist: electron.folder,
    electronVersion: electron.version,
    directories: { output: inRoot('dist') },
    // The build has everything in it; packages next to it would only be more to open and to trust.
    files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!**/node_modules/**'],
    asar: true,
    npmRebuild: false,
    linux: { target: 'dir', executableName: 'crowdfunding-back-office', category: 'Office' },
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    },
    // A runtime's own default program would open any folder it is given.
    afterPack: ({ appOutDir }) => rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
  }
}
