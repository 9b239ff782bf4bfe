// How set-up speaks: one line when a long step begins, a line now and then while it lasts, one when it is done.

/** A failure that a person can do something about: shown as it is, without a stack. */
export class SetUpFailure extends Error {
  /**
   * @param {string} what what happened
   * @param {string} remedy what to do about it
   */
  constructor(what, remedy) {
    super(`${what}\n  What to do: ${remedy}`)
  }
}

/** @param {string} line */
export function say(line) {
  console.log(`[set-up] ${line}`)
}

/**
 * Runs a long step and tells how it goes.
 * @template T
 * @param {string} title
 * @param {(progress: (state: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  let state = ''
  say(`${title} …`)
  const ticker = setInterval(() => say(`  … ${seconds()}${state === '' ? '' : `, ${state}`}`), 5000)
  try {
    const result = await work((now) => {
      state = now
    })
    say(`${title}: done in ${seconds()}`)
    return result
  } finally {
    clearInterval(ticker)
  }
}

/**
 * Runs a script's main function; a failure is told in words and ends the process with code 1.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof SetUpFailure ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}
