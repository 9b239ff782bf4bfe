import { CannotOpen } from '../store'

/** What is wrong with a file of the store. Whoever knows its name makes a `CannotOpen` of it. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  readonly newer: boolean

  constructor(what: string, newer = false) {
    super(what)
    this.newer = newer
  }
}

export const unknownSchema = (schema: number, known: number): Damaged =>
  schema > known ? newerSchema(schema, known) : new Damaged('was written by an early version of this program')

export const newerSchema = (schema: number, known: number): Damaged =>
  new Damaged(
    `was written by a newer version of this program (schema ${String(schema)}, this one knows ${String(known)})`,
    true,
  )

/** Runs `reading`; what is found damaged on the way is told with the file's name, relative to the data folder. */
export async function naming<T>(file: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw named(file, error)
  }
}

/** What went wrong while `file` was read, as people are told of it. */
export function named(file: string, error: unknown): CannotOpen {
  if (error instanceof CannotOpen) return error
  if (error instanceof Damaged) return new CannotOpen(file, error.message, error.newer ? updateIt : restoreIt)
  return new CannotOpen(file, `cannot be read (${error instanceof Error ? error.message : String(error)})`, checkIt)
}

const updateIt = 'Open it with the newest version of this program. Nothing in the folder was changed.'
const restoreIt =
  'Put a sound copy of the whole data folder in its place, or keep it aside and start with an empty one. Nothing in the folder was changed.'
const checkIt = 'Check that the disk is sound and that you may read and write the folder. Nothing in it was changed.'
