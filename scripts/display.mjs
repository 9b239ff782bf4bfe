// Windows on a machine without a display: a virtual one, as large as a window with its frame.
import { hasDisplay } from './setup/systemLibraries.mjs'

/**
 * The command that runs a program with a display, virtual where there is no real one.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} [real] whether there is a real display
 * @returns {{ command: string, args: string[] }}
 */
export function onDisplay(command, args, real = hasDisplay()) {
  if (real) return { command, args: [...args] }
  return { command: 'xvfb-run', args: ['--auto-servernum', '--server-args=-screen 0 1600x1000x24', command, ...args] }
}

/** Electron refuses its sandbox to root, so root alone goes without it (a container, CI). */
export function sandboxArguments(user = process.getuid?.()) {
  return user === 0 ? ['--no-sandbox'] : []
}
