import { useSyncExternalStore } from 'react'

/** What this window knows about its own last command: a sentence while it is not saved. */
let unsaved: string | null = null
const listeners = new Set<() => void>()

function change(next: string | null): void {
  if (unsaved === next) return
  unsaved = next
  listeners.forEach((listen) => listen())
}

/** A command was acknowledged: whatever was not saved before has been tried again or given up. */
export const noteSaved = (): void => change(null)

/** A command could not be made durable; `why` is shown on the bottom edge until another one is. */
export const noteUnsaved = (why: string): void => change(why)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useUnsaved = (): string | null => useSyncExternalStore(subscribe, () => unsaved)
