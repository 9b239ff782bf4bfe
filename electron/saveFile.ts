/** Has a place chosen for a file of that name and writes it there. Answers the name it got, null where no place was chosen. */
export type SaveFile = (name: string, bytes: Uint8Array) => Promise<string | null>

/** Thrown where the file could not be written; the message is the system's own word for it. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}
