import { expect, test } from 'vitest'
import { compareChips } from '../../../renderer/reports/CompareFilters'
import { compareAsk, compareSearch, type CompareSearch } from '../../../renderer/reports/compareSearch'

const asked = (address: object) => compareAsk(compareSearch.parse(address)).category

test('the category lives in the address; that of products without one is empty, and none is asked for without it', () => {
  expect(asked({ category: 'Home audio' })).toBe('Home audio')
  expect(asked({ category: '' })).toBe('')
  expect(asked({})).toBeNull()
})

test('a category that cannot be read is left out', () => {
  for (const category of [7, null, ['Audio'], 'x'.repeat(61), 'a\nb']) expect(asked({ category })).toBeNull()
})

test('a chip says which category is chosen and drops it alone', () => {
  const chosen: CompareSearch = { market: 'IN', category: '' }
  let left: CompareSearch = chosen
  const chips = (search: CompareSearch) => compareChips(search, null, (next) => (left = next))
  expect(chips({ category: 'Audio' }).map(({ label }) => label)).toEqual(['Category: Audio'])
  const [none] = chips(chosen)
  expect(none?.label).toBe('No category')
  none?.drop()
  expect(left).toEqual({ market: 'IN' })
})
