import type { Bridge } from '../../renderer/bridge'
import type { Changed } from '../../shared/changed'
import type { Result } from '../../shared/result'

interface Asked {
  readonly name: string
  readonly input: unknown
}

/** Stands in for the main process: keeps what was asked, answers as the test says, tells of commits when the test says. */
export function aBridge(answer: (asked: Asked, count: number) => Promise<Result<unknown>>) {
  const asked: Asked[] = []
  const listeners = new Set<(changed: Changed) => void>()
  const backOffice: Bridge = {
    ask: (name, input) => {
      asked.push({ name, input })
      return answer({ name, input }, asked.length)
    },
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(window, 'backOffice', { value: backOffice, configurable: true })
  const commit = (changed: Partial<Changed>) =>
    listeners.forEach((listen) => listen({ topics: [], productIds: [], campaignIds: [], orderIds: [], ...changed }))
  return { asked, commit }
}
