// The small program inside the fallback runtime (resources/default_app.asar): it does what Electron's own does with
// `electron [-r FILE] FOLDER`. It is packed into that archive and never imported from here.
import * as electron from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// What Electron's own default program uses is not in its types.
const app = /** @type {any} */ (electron.app)
const require = createRequire(import.meta.url)
const args = process.argv.slice(1)
/** @type {string | undefined} */
let folder
for (let index = 0; index < args.length; index += 1) {
  const argument = args[index] ?? ''
  if (argument === '-r' || argument === '--require') {
    index += 1
    require(path.resolve(args[index] ?? ''))
  } else if (folder === undefined && !argument.startsWith('-')) {
    folder = path.resolve(argument)
  }
}
const description = path.join(folder ?? '', 'package.json')
if (folder === undefined || !existsSync(description)) {
  console.error('This runtime opens a program: electron FOLDER')
  app.exit(1)
} else {
  const { name, productName, version, main } = JSON.parse(readFileSync(description, 'utf8'))
  app.setVersion(version)
  app.setName(productName ?? name)
  app.setPath('userData', path.join(app.getPath('appData'), productName ?? name))
  app.setAppPath(folder)
  await import(pathToFileURL(path.join(folder, main)).href)
}
