import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const hasGroups = process.platform !== 'win32'

/** @typedef {{ code: number, output: string }} Finished */

/**
 * Runs a program to its end. Interrupting us interrupts it, and we end when it has.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, onLine?: (line: string) => void, timeout?: number }} [options]
 *   show: pass its output on as it comes (default); otherwise it is only collected. timeout in milliseconds
 * @returns {Promise<Finished>}
 */
export function runProgram(command, args, { env = process.env, show = true, onLine, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const collects = !show || onLine !== undefined
    const child = spawn(command, args, {
      cwd: root,
      env,
      // A group of its own: ending us ends all that was started, also what a virtual display holds.
      detached: hasGroups,
      stdio: ['ignore', collects ? 'pipe' : 'inherit', collects ? 'pipe' : 'inherit'],
      ...(timeout === undefined ? {} : { timeout }),
    })
    let output = ''
    let rest = ''
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk.toString()
      if (show) process.stdout.write(chunk)
      if (onLine === undefined) return
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(onLine)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    const pass = () => {
      if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      else child.kill('SIGTERM')
    }
    process.once('SIGINT', pass)
    process.once('SIGTERM', pass)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      if (onLine !== undefined && rest !== '') onLine(rest)
      resolve({ code: code ?? (signal === null ? 1 : 128), output })
    })
  })
}

/**
 * Runs a tool that is installed in node_modules, by the file its package names as its program.
 * @param {string} file below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export function runTool(file, args, options) {
  return runProgram(process.execPath, [`${root}/node_modules/${file}`, ...args], options)
}
