import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { doorRefusals } from '../../../shared/requests'
import { later, minute } from '../../../shared/time'
import type { Changed } from '../../../shared/changed'
import { allowed, refusedBy } from '../../shared/builders'
import { anOffice, command, done, firstDay, password, type TestOffice } from '../../journeys/anOffice'

let shop: TestOffice
beforeEach(async () => {
  shop = await anOffice()
})
afterEach(() => shop.end())

const signIn = (signInName: string, tried: string) => shop.office.ask('session.signIn', { signInName, password: tried })
const current = async () => allowed(await shop.office.ask('session.current', {}))
const wait = (seconds: number) => {
  shop.clock.set(later(shop.clock.now(), seconds * 1000))
}

test('whoever knows the password is signed in, however the name is cased', async () => {
  const session = allowed(await signIn('  MEERA ', password))
  expect(session).toMatchObject({ kind: 'signed in', who: { name: 'Meera Iyer' }, locksAfterMinutes: 10 })
  expect(JSON.stringify(session)).not.toContain('hash')
})

test('signing in with the right password at once waits for no change, which may wait for all that is read', async () => {
  const store = shop.office.shop?.store
  if (store === undefined) throw new Error('a shop is open')
  vi.spyOn(store, 'transact').mockReturnValue(new Promise(() => undefined))
  expect(allowed(await signIn('meera', password)).kind).toBe('signed in')
  vi.restoreAllMocks()
})

test('an unknown name and a wrong password are answered in the same words', async () => {
  expect(await signIn('nobody', password)).toEqual(await signIn('meera', 'not the password'))
  expect((await current()).kind).toBe('signed out')
})

test('an unknown name costs the same check as a known one', async () => {
  const passwords = shop.office.shop?.passwords
  if (passwords === undefined) throw new Error('a shop is open')
  const counted: (string | null)[] = []
  const fits = passwords.fits.bind(passwords)
  passwords.fits = (tried, kept) => {
    counted.push(kept === null ? null : kept.hash)
    return fits(tried, kept)
  }
  await signIn('nobody', 'x')
  await signIn('meera', 'x')
  expect(counted).toEqual([null, expect.any(String)])
})

describe('wrong passwords', () => {
  test.each(['meera', 'nobody'])(
    'make %s wait longer and longer, and the right one is not even tried',
    async (name) => {
      for (let slip = 0; slip < 3; slip += 1) await signIn(name, 'wrong')
      const early = refusedBy(await signIn(name, password))
      expect(early).toEqual({
        code: 'wait',
        message: 'Too many wrong passwords. Try again in 1 second.',
        field: 'password',
      })
      wait(1)
      expect(refusedBy(await signIn(name, 'wrong')).code).toBe('wrong-password')
      expect(refusedBy(await signIn(name, password)).message).toContain('2 seconds')
    },
  )

  test('are remembered over a restart and forgotten after the right one', async () => {
    for (let slip = 0; slip < 3; slip += 1) await signIn('meera', 'wrong')
    await shop.restart()
    expect(refusedBy(await signIn('meera', password)).code).toBe('wait')
    wait(1)
    expect((await signIn('meera', password)).ok).toBe(true)
    expect((await signIn('meera', 'wrong')).ok).toBe(false)
    expect((await signIn('meera', password)).ok).toBe(true)
  })

  test('tried side by side are not all let through', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => signIn('meera', 'wrong')))
    expect(replies.map((reply) => refusedBy(reply).code).filter((code) => code === 'wrong-password')).toHaveLength(3)
  })
})

test('an inactive account cannot sign in', async () => {
  const desk = shop.office.as(shop.manager)
  const created = await done(desk, 'staff.create', { signInName: 'ravi', name: 'Ravi', roles: ['support'], password })
  await done(desk, 'staff.change', { id: created.id, name: 'Ravi', roles: ['support'], active: false })
  expect(refusedBy(await signIn('ravi', password)).code).toBe('inactive-account')
  expect(refusedBy(await signIn('ravi', 'wrong')).code).toBe('wrong-password')
})

describe('the lock', () => {
  test('falls after ten minutes without anyone at the keyboard, asking for lists does not count', async () => {
    await signIn('meera', password)
    wait(9 * 60)
    expect((await shop.office.ask('products.list', { text: '', archived: false })).ok).toBe(true)
    wait(59)
    expect((await current()).kind).toBe('signed in')
    wait(1)
    expect(await current()).toEqual({ kind: 'locked', name: 'Meera Iyer' })
    expect(refusedBy(await shop.office.ask('products.list', { text: '', archived: false })).code).toBe(
      doorRefusals.locked,
    )
  })

  test('is put off by whoever is at the keyboard and by every command', async () => {
    await signIn('meera', password)
    wait(9 * 60)
    await shop.office.ask('session.touch', {})
    wait(9 * 60)
    expect((await command(shop.office, 'products.create', { name: 'Tripod', currency: 'INR' })).ok).toBe(true)
    wait(9 * 60)
    expect((await current()).kind).toBe('signed in')
  })

  test('falls by itself and tells the windows', async () => {
    await signIn('meera', password)
    const told: Changed[] = []
    shop.office.watch((changed) => told.push(changed))
    wait(10 * 60)
    await shop.office.doDuties()
    expect(told.flatMap(({ topics }) => topics)).toContain('session')
  })

  test('opens with the password of whoever is signed in, and wrong ones make wait', async () => {
    await signIn('meera', password)
    await shop.office.ask('session.lock', {})
    for (let slip = 0; slip < 3; slip += 1) {
      expect(refusedBy(await shop.office.ask('session.unlock', { password: 'wrong' })).code).toBe('wrong-password')
    }
    expect(refusedBy(await shop.office.ask('session.unlock', { password })).code).toBe('wait')
    wait(1)
    expect(allowed(await shop.office.ask('session.unlock', { password })).kind).toBe('signed in')
  })

  test('cannot be put off by touching it once it has fallen', async () => {
    await signIn('meera', password)
    wait(10 * 60)
    expect(refusedBy(await shop.office.ask('session.touch', {})).code).toBe(doorRefusals.locked)
  })

  test('a clock set back does not put it off for longer', async () => {
    await signIn('meera', password)
    shop.clock.set(later(firstDay, -1000 * minute))
    await current()
    wait(10 * 60)
    expect((await current()).kind).toBe('locked')
  })
})

test('the session ends with signing out and with the program', async () => {
  await signIn('meera', password)
  expect(allowed(await shop.office.ask('session.signOut', {})).kind).toBe('signed out')
  await signIn('meera', password)
  await shop.restart()
  expect((await current()).kind).toBe('signed out')
})

test('a new password takes the place of the old one', async () => {
  await signIn('meera', password)
  const wrong = await command(shop.office, 'session.changePassword', {
    current: 'wrong',
    next: 'the next long password',
  })
  expect(refusedBy(wrong)).toMatchObject({ code: 'wrong-password', field: 'current' })
  await done(shop.office, 'session.changePassword', { current: password, next: 'the next long password' })
  await shop.office.ask('session.signOut', {})
  expect((await signIn('meera', password)).ok).toBe(false)
  expect((await signIn('meera', 'the next long password')).ok).toBe(true)
})

test("a settlement's approval at the window is sealed with the approver's password", async () => {
  await signIn('meera', password)
  const ask = { id: 'no-such-campaign', outcome: 'failed' as const, newlyOwed: 0 }
  const wrong = await command(shop.office, 'settlement.approve', { ...ask, password: 'wrong' })
  expect(refusedBy(wrong)).toMatchObject({ code: 'wrong-password', field: 'password' })
  const right = await command(shop.office, 'settlement.approve', { ...ask, password })
  expect(refusedBy(right).code).toBe('no-such-campaign')
})
