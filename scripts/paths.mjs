import path from 'node:path'

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..')

/** A place inside the repository. @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts)

/** What set-up made and git ignores: the fallback runtime, marks of finished work, compiler state. */
export const cacheFolder = inRoot('.cache')
