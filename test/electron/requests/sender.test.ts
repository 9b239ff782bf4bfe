import { expect, test } from 'vitest'
import { isOurs } from '../../../electron/requests/sender'

const ours = { ourWindow: true, mainFrame: true, url: 'app://office/' }

test("only the main frame of our own windows at the program's own address may ask", () => {
  expect(isOurs(ours)).toBe(true)
  expect(isOurs({ ...ours, url: 'app://office/index.html#/orders' })).toBe(true)
  expect(isOurs({ ...ours, ourWindow: false })).toBe(false)
  expect(isOurs({ ...ours, mainFrame: false })).toBe(false)
})

test.each([
  '',
  'about:blank',
  'app://other/',
  'app://office.example.com/',
  'app://office@other/',
  'app://someone@office/',
  'app://office:81/',
  'https://office/',
  'file:///app://office/',
  'data:text/html,app://office/',
  'http://localhost:5173/',
])('%s may not ask', (url) => {
  expect(isOurs({ ...ours, url })).toBe(false)
})
