import { expect, test } from 'vitest'
import { createPasswords, usualCost } from '../../../electron/session/password'

const cheap = createPasswords({ n: 2, r: 1, p: 1 })

test('a password is kept with OWASP’s parameters and recognised by them', async () => {
  const passwords = createPasswords()
  const kept = await passwords.hash('a long enough password')
  expect(kept).toMatchObject({ n: 2 ** 17, r: 8, p: 1 })
  expect(usualCost).toEqual({ n: 2 ** 17, r: 8, p: 1 })
  expect(await cheap.fits('a long enough password', kept)).toBe(true)
})

test('equal passwords are kept differently', async () => {
  expect(await cheap.hash('same')).not.toEqual(await cheap.hash('same'))
})

test('only the password itself fits, however its accents were typed', async () => {
  const kept = await cheap.hash('caf\u00e9 au lait')
  expect(await cheap.fits('cafe\u0301 au lait', kept)).toBe(true)
  expect(await cheap.fits('cafe au lait', kept)).toBe(false)
  expect(await cheap.fits('', kept)).toBe(false)
})

test('no password fits where there is none', async () => {
  expect(await cheap.fits('', null)).toBe(false)
})

test('parameters that would take all memory are refused instead of tried', async () => {
  const kept = await cheap.hash('same')
  await expect(cheap.fits('same', { ...kept, n: 2 ** 30, r: 8 })).rejects.toThrow('too much memory')
})
