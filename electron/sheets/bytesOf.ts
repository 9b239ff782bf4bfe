import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Progress } from '../longDeed'

/** The file's bytes part by part, each told of: how many of how many were read. */
export async function* bytesOf(path: string, progress: Progress): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path)
  let done = 0
  for await (const part of createReadStream(path)) {
    progress((done += (part as Uint8Array).length), size)
    yield part as Uint8Array
  }
}
