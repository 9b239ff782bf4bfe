import type { Changed } from '../shared/changed'

/** What the preload script puts on the window: one question and one subscription, both plain data. */
export interface Bridge {
  readonly ask: (name: string, input: unknown) => Promise<unknown>
  readonly onChanged: (listener: (changed: Changed) => void) => () => void
}

declare global {
  interface Window {
    readonly backOffice: Bridge
  }
}
