import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { onDoorClosed, useAsk } from '../../renderer/api'
import { followStore } from '../../renderer/live'
import { ok, refuse } from '../../shared/result'
import { aBridge } from './aBridge'

function aPage() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return { client, wrapper }
}

const counted = (asked: readonly { readonly name: string }[], name: string): number =>
  asked.filter((each) => each.name === name).length

test('a burst of commits is asked about once, and only by what shows any of it', async () => {
  const { asked, commit } = aBridge(async () => ok([]))
  const { client, wrapper } = aPage()
  const stop = followStore(client)
  const { result } = renderHook(() => [useAsk('makers.list', {}), useAsk('staff.list', {})], { wrapper })
  await waitFor(() => expect(result.current.every(({ state }) => state === 'loaded')).toBe(true))
  act(() => {
    commit({ topics: ['makers'] })
    commit({ topics: ['makers', 'audit'] })
  })
  await waitFor(() => expect(counted(asked, 'makers.list')).toBe(2))
  expect(counted(asked, 'staff.list')).toBe(1)
  stop()
})

test('a closed door is told of in one place and shown by no page as an error', async () => {
  aBridge(async () => refuse('locked', 'The window is locked.'))
  const { wrapper } = aPage()
  let told = 0
  const stop = onDoorClosed(() => {
    told += 1
  })
  const { result } = renderHook(() => useAsk('makers.list', {}), { wrapper })
  await waitFor(() => expect(told).toBe(1))
  expect(result.current.state).toBe('loading')
  stop()
})

test('any other refusal is shown in its own words, with a way to ask again', async () => {
  aBridge(async (_, count) => (count === 1 ? refuse('odd', 'This list is being rebuilt.') : ok([])))
  const { wrapper } = aPage()
  const { result } = renderHook(() => useAsk('makers.list', {}), { wrapper })
  await waitFor(() => expect(result.current).toMatchObject({ state: 'failed', message: 'This list is being rebuilt.' }))
  act(() => {
    if (result.current.state === 'failed') result.current.retry()
  })
  await waitFor(() => expect(result.current.state).toBe('loaded'))
})
