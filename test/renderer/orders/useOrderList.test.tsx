import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { useOrderList } from '../../../renderer/orders/useOrderList'
import { everyOrder } from '../../../shared/orders/requests'
import { ok } from '../../../shared/result'
import { aBridge } from '../aBridge'

const { offset: _offset, ...every } = everyOrder
const searched = (text: string) => ({ ...every, text })

interface Asked {
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** A shop in which so many orders match any search. */
function aShop(matching: number) {
  return aBridge(async ({ name, input }) => {
    if (name === 'orders.count') return ok(matching)
    const { text, offset, limit } = input as Asked
    const rows = Array.from({ length: Math.max(0, Math.min(limit, matching - offset)) }, (_, place) => ({
      id: `${text} ${String(offset + place)}`,
    }))
    return ok({ rows })
  })
}

function aList(text: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(({ typed }) => useOrderList(searched(typed)), { wrapper, initialProps: { typed: text } })
}

const namedFirst = ({ rows }: ReturnType<typeof useOrderList>): string | undefined => rows[0]?.id

test('slow lists, COUNT for each letter (woocommerce #58323, medusa #6607): whoever types on has nothing counted', async () => {
  const { asked } = aShop(250_000)
  const { result, rerender } = aList('9')
  for (const typed of ['98', '984', '9845']) rerender({ typed })
  await waitFor(() => expect(result.current.counted).toBe(250_000))
  const ofName = (name: string) => asked.filter((each) => each.name === name).map(({ input }) => (input as Asked).text)
  expect(ofName('orders.page')).toEqual(['9', '98', '984', '9845'])
  expect(ofName('orders.count')).toEqual(['9845'])
  expect(result.current.total).toBe(250_000)
})

test('the rows of the search before stay until its answer comes, and are said to be old', async () => {
  aShop(30)
  const { result, rerender } = aList('9')
  await waitFor(() => expect(namedFirst(result.current)).toBe('9 0'))
  rerender({ typed: '98' })
  expect(namedFirst(result.current)).toBe('9 0')
  expect(result.current.of).toMatchObject({ state: 'loaded', refreshing: true })
  await waitFor(() => expect(namedFirst(result.current)).toBe('98 0'))
  expect(result.current.of).toMatchObject({ refreshing: false })
})

test('slices are fetched ahead of what is in view, and what lies behind the end adds nothing to it', async () => {
  const { asked } = aShop(150)
  const { result } = aList('')
  await waitFor(() => expect(result.current.counted).toBe(150))
  act(() => result.current.onRange(130, 20))
  await waitFor(() => expect(result.current.from).toBe(0))
  await waitFor(() => expect(result.current.rows[149]?.id).toBe(' 149'))
  const offsets = asked.flatMap(({ name, input }) => (name === 'orders.page' ? (input as Asked).offset : []))
  expect(offsets).toEqual([0, 100])
  expect(result.current.total).toBe(150)
})
