import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useProductOrder } from '../../../renderer/products/useProductOrder'
import { id, type ProductId } from '../../../shared/ids'
import type { ProductRow } from '../../../shared/products/requests'
import { ok, refuse, type Result } from '../../../shared/result'
import { aProduct } from '../../shared/builders'
import { aBridge } from '../aBridge'

const row = (name: string): ProductRow => ({
  product: aProduct({ id: id<ProductId>(`product-${name}`), name }),
  state: 'ready',
  makerName: null,
  campaigns: 0,
  campaignId: null,
})

const [tripod, receiver, lamp] = [row('tripod'), row('receiver'), row('lamp')]
const namesOf = (rows: readonly ProductRow[]): string => rows.map(({ product }) => product.name).join(' ')

/** The list as saved, with answers that come when the test gives them. */
function aList() {
  const waiting: ((reply: Result<unknown>) => void)[] = []
  const { asked } = aBridge(() => new Promise((resolve) => waiting.push(resolve)))
  const hook = renderHook(({ saved }) => useProductOrder(saved), { initialProps: { saved: [tripod, receiver, lamp] } })
  return {
    shown: () => namesOf(hook.result.current.rows),
    refused: () => hook.result.current.refused,
    move: (from: number, to: number) => act(async () => hook.result.current.move(from, to)),
    answer: (reply: Result<unknown>) => act(async () => waiting.shift()?.(reply)),
    savedNow: (saved: ProductRow[]) => hook.rerender({ saved }),
    orders: () => asked.map(({ input }) => (input as { ids: string[] }).ids.join(' ')),
  }
}

test('a move is shown at once and stays while it is saved', async () => {
  const list = aList()
  await list.move(0, 2)
  expect(list.shown()).toBe('receiver lamp tripod')
  await list.answer(ok({ moved: 3 }))
  expect(list.shown()).toBe('receiver lamp tripod')
  list.savedNow([receiver, lamp, tripod])
  expect(list.shown()).toBe('receiver lamp tripod')
})

test('a refused move goes back to the saved order and says why', async () => {
  const list = aList()
  await list.move(0, 1)
  await list.answer(refuse('list-changed', 'The list has changed meanwhile.'))
  expect(list.shown()).toBe('tripod receiver lamp')
  expect(list.refused()).toBe('The list has changed meanwhile.')
})

test('moves are saved one after the other and nothing jumps back in between', async () => {
  const list = aList()
  await list.move(0, 1)
  await list.move(1, 2)
  expect(list.orders()).toEqual(['product-receiver product-tripod product-lamp'])
  await list.answer(ok({ moved: 2 }))
  list.savedNow([receiver, tripod, lamp])
  expect(list.shown()).toBe('receiver lamp tripod')
  expect(list.orders()).toHaveLength(2)
  await list.answer(ok({ moved: 2 }))
  list.savedNow([receiver, lamp, tripod])
  expect(list.shown()).toBe('receiver lamp tripod')
})

test('what somebody else puts in order afterwards is shown', async () => {
  const list = aList()
  await list.move(0, 1)
  await list.answer(ok({ moved: 2 }))
  list.savedNow([lamp, receiver, tripod])
  expect(list.shown()).toBe('lamp receiver tripod')
})
