import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** So much stays free for whatever else lies there, in bytes: a container may have a few megabytes only. */
const room = 1_000_000_000

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > room
  } catch {
    return false
  }
}

/** Where folders lie in memory, on systems that have such a place: for tests that are not about what a disk keeps. */
export const inMemory = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()
