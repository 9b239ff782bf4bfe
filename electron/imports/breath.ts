import { setImmediate } from 'node:timers/promises'

const longest = 4

/** Lets everyone else have their turn whenever some milliseconds of work are done. */
export function breath(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < longest) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
