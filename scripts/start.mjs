// `npm start`: set-up, build where a source changed, open the program. Arguments after `--` go to the program.
import { build } from './build.mjs'
import { onDisplay, sandboxArguments } from './display.mjs'
import { root } from './paths.mjs'
import { runProgram } from './runProgram.mjs'
import { setUp } from './setup.mjs'
import { runScript, say, SetUpFailure } from './setup/say.mjs'
import { hasDisplay } from './setup/systemLibraries.mjs'

/** Lines that Chromium writes on a machine without a message bus or a graphics card. They mean nothing here. */
const noise =
  /ERROR:.*(bus\.cc|viz_main_impl|gpu_|gl_|angle|vaapi|vulkan|object_proxy|command_buffer|interface_endpoint_client)|Failed to shutdown|^\s*$/i

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
  const { code, output } = await runProgram(shown.command, shown.args, { env, show: false, onLine: tell })
  if (code !== 0 && /setuid_sandbox|No usable sandbox/i.test(output)) {
    throw new SetUpFailure(
      'This system does not let the program build its sandbox, and it does not run without one.',
      `allow it to this Electron:\n\n  cd ${electron.folder} && sudo chown root chrome-sandbox && sudo chmod 4755 chrome-sandbox\n\n  and run the same command again.`,
    )
  }
  return code
})

/** @param {string} line */
function tell(line) {
  if (!noise.test(line)) console.log(line)
}
