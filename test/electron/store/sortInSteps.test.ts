import { expect, test } from 'vitest'
import { sortInSteps } from '../../../electron/store/embedded/sortInSteps'

test.each([0, 1, 4096, 4097, 30_000])('%i items are sorted in steps as they are at once', (count) => {
  const values = Array.from({ length: count }, (_, item) => (item * 7919) % 1009)
  const compare = (left: number, right: number) => (values[left] ?? 0) - (values[right] ?? 0) || left - right
  const steps = sortInSteps(count, compare)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  expect([...step.value]).toEqual(values.map((_, item) => item).sort(compare))
})
