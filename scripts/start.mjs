// `npm start`: set-up, build where a source changed, open the program. Arguments after `--` go to the program.
import { build } from './build.mjs'
import { onDisplay, sandboxArguments } from './display.mjs'
import { root } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript, say } from './setup/say.mjs'
import { hasDisplay } from './setup/systemLibraries.mjs'

/** Lines that Chromium writes on a machine without a message bus or a graphics card. They mean nothing here. */
const noise =
  /ERROR:.*(bus\.cc|viz_main_impl|gpu_|gl_|angle|vaapi|vulkan|object_proxy|command_buffer)|Failed to shutdown|^\s*$/i

await runScript(async () => {
  const { electron } = await setUp()
  await build()
  if (!hasDisplay()) {
    say('There is no display here: the program opens on a virtual one, where nobody sees it.')
    say('To see it: npm run tour -- FOLDER writes a picture of every page. To end it: Ctrl+C.')
  }
  const args = [...sandboxArguments(), root, ...process.argv.slice(2)]
  const shown = onDisplay(electron.executable, args)
  const env = { ...process.env, BACK_OFFICE_SPAWNED_AT: String(Date.now()) }
  const { code } = await runProgram(shown.command, shown.args, { env, show: false, onLine: tell })
  return code
})

/** @param {string} line */
function tell(line) {
  if (!noise.test(line)) console.log(line)
}
