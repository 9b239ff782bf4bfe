// `npm run tour -- FOLDER`: drives the built program through its pages and writes a picture of each, light and dark.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { runEndToEnd } from './endToEnd.mjs'
import { setUp } from './setup.mjs'
import { runScript, say, SetUpFailure } from './setup/say.mjs'

await runScript(async () => {
  const [folder] = process.argv.slice(2)
  if (folder === undefined)
    throw new SetUpFailure('The tour needs a folder for its pictures.', 'run npm run tour -- FOLDER')
  const pictures = path.resolve(process.env['INIT_CWD'] ?? '.', folder)
  mkdirSync(pictures, { recursive: true })
  await setUp()
  await build()
  const { code } = await runEndToEnd(['--project=tour', '--reporter=list'], { TOUR_FOLDER: pictures })
  if (code === 0) say(`Pictures: ${pictures}`)
  return code
})
