import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useOrderSelection } from '../../../renderer/orders/useOrderSelection'
import { everythingSelected } from '../../../renderer/ui/selection'
import { everyOrder } from '../../../shared/orders/requests'

const { offset: _offset, ...filter } = everyOrder

test('another filter is another list: nothing of the one before stays chosen (givewp #2334)', () => {
  const { result, rerender } = renderHook(({ asked }) => useOrderSelection(asked, 300), {
    initialProps: { asked: filter },
  })
  act(() => result.current.onSelection(everythingSelected))
  expect(result.current.count).toBe(300)
  rerender({ asked: { ...filter, descending: true } })
  expect(result.current.count).toBe(300)
  rerender({ asked: { ...filter, text: 'Asha' } })
  expect(result.current.count).toBe(0)
})

test('all that match are asked for by the filter, without a single row', () => {
  const { result } = renderHook(() => useOrderSelection(filter, 250_000))
  act(() => result.current.onSelection(everythingSelected))
  const { sort: _sort, descending: _descending, ...wanted } = filter
  expect(result.current.scope).toEqual({ kind: 'matching', filter: wanted, except: [] })
})
