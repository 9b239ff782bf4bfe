import { expect, test } from 'vitest'
import { sizeWords } from '../../../renderer/backups/sizeWords'

test.each([
  [0, '0 KB'],
  [40, '0.1 KB'],
  [2_632, '2.7 KB'],
  [640_000, '640 KB'],
  [999_400, '999 KB'],
  [999_600, '1 MB'],
  [1_234_000_000, '1.3 GB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
