import type { QueryClient } from '@tanstack/react-query'
import type { Topic } from '../shared/changed'
import { minute } from '../shared/time'
import { refresh } from './api'

/** Commits come in bursts (a settlement's batches): pages ask again at most this often. */
const gatherFor = 120

/** Time alone changes states too: a campaign begins or ends without any commit. */
const passingTime: readonly Topic[] = ['campaigns']

/** Keeps every answer as fresh as the store. Returns how to stop. */
export function followStore(client: QueryClient): () => void {
  let gathered = new Set<Topic>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    timer = undefined
    refresh(client, gathered)
    gathered = new Set()
  }
  const stop = window.backOffice.onChanged(({ topics }) => {
    topics.forEach((topic) => gathered.add(topic))
    timer ??= setTimeout(settle, gatherFor)
  })
  const clock = setInterval(() => refresh(client, passingTime), minute)
  return () => {
    stop()
    clearTimeout(timer)
    clearInterval(clock)
  }
}
