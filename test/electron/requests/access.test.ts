import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorRefusals, requests, type RequestName } from '../../../shared/requests'
import { roles, type Role } from '../../../shared/staff/account'
import { allowed } from '../../shared/builders'
import { anActorWith, anOffice, command, done, password, type TestOffice } from '../../journeys/anOffice'
import { sampleInputs } from './sampleInputs'
import { storeFacts } from './storeFacts'

const names = Object.keys(requests) as RequestName[]
const guarded = names.filter((name) => requests[name].access !== 'anyone')

let shop: TestOffice
beforeAll(async () => {
  shop = await anOffice()
  for (const role of roles) {
    await done(shop.office.as(shop.manager), 'staff.create', { signInName: role, name: role, roles: [role], password })
  }
})
afterAll(() => shop.end())

/** Every command under an id of its own, so that none is taken for another one repeated. */
const ask = (name: RequestName) => {
  const input = sampleInputs[name]
  return shop.office.answer(name, 'commandId' in input ? { ...input, commandId: randomUUID() } : input)
}

async function codeOf(name: RequestName): Promise<string> {
  const reply = await ask(name)
  return reply.ok ? 'answered' : reply.refusal.code
}

async function signIn(signInName: string): Promise<void> {
  allowed(await shop.office.ask('session.signIn', { signInName, password }))
}

const mayAsk = (name: RequestName, role: Role): boolean => {
  const { access } = requests[name]
  return access === 'anyone' || access === 'signed-in' || access.includes(role)
}

const atTheDoor: readonly string[] = Object.values(doorRefusals)

describe('nobody signed in', () => {
  test.each(guarded)('%s asks to sign in first and changes nothing', async (name) => {
    await shop.office.ask('session.signOut', {})
    const before = await storeFacts(shop.office)
    expect(await codeOf(name)).toBe(doorRefusals.notSignedIn)
    expect(await storeFacts(shop.office)).toBe(before)
  })
})

describe('locked', () => {
  test.each(guarded)('%s waits for the password and changes nothing', async (name) => {
    await signIn('meera')
    await shop.office.ask('session.lock', {})
    const before = await storeFacts(shop.office)
    expect(await codeOf(name)).toBe(doorRefusals.locked)
    expect(await storeFacts(shop.office)).toBe(before)
  })
})

describe.each(roles)('a %s', (role) => {
  const open = guarded.filter((name) => mayAsk(name, role))
  const closed = guarded.filter((name) => !mayAsk(name, role))

  test.each(open)('may ask %s', async (name) => {
    await signIn(role)
    expect(atTheDoor).not.toContain(await codeOf(name))
  })

  test.each(closed)('may not ask %s, and nothing changes', async (name) => {
    await signIn(role)
    const before = await storeFacts(shop.office)
    expect(await codeOf(name)).toBe(doorRefusals.notAllowed)
    expect(await storeFacts(shop.office)).toBe(before)
  })
})

describe('an account that was made inactive meanwhile', () => {
  test.each(guarded)('is signed out before %s', async (name) => {
    const desk = shop.office.as(shop.manager)
    const colleagues = allowed(await desk.ask('staff.list', {}))
    const support = colleagues.find(({ signInName }) => signInName === 'support')
    if (support === undefined) throw new Error('there is an account of that name')
    const account = { id: support.id, name: support.name, roles: [...support.roles] }
    await signIn('support')
    await done(desk, 'staff.change', { ...account, active: false })
    expect(await codeOf(name)).toBe(doorRefusals.notSignedIn)
    expect(allowed(await shop.office.ask('session.current', {}))).toEqual({ kind: 'signed out' })
    await done(desk, 'staff.change', { ...account, active: true })
  })
})

test('roles of an account count from the moment they are changed', async () => {
  const desk = shop.office.as(shop.manager)
  const created = await done(desk, 'staff.create', {
    signInName: 'both',
    name: 'Both',
    roles: ['support', 'manager'],
    password,
  })
  await signIn('both')
  expect((await ask('overview.today')).ok).toBe(true)
  await done(desk, 'staff.change', { id: created.id, name: 'Both', roles: ['support'], active: true })
  expect(await codeOf('overview.today')).toBe(doorRefusals.notAllowed)
})

describe('nothing open', () => {
  test.each(guarded)('%s says that no shop is open', async (name) => {
    await shop.office.close()
    expect(await codeOf(name)).toBe(doorRefusals.notOpen)
    await shop.restart()
  })
})

test('whoever is vouched for has their roles and no session', async () => {
  const merchandiser = shop.office.as(anActorWith('merchandiser'))
  expect(await command(merchandiser, 'campaigns.callOff', { id: 'campaign-x', reason: 'None' })).toMatchObject({
    refusal: { code: doorRefusals.notAllowed },
  })
  expect(await merchandiser.answer('session.signOut', {})).toMatchObject({ refusal: { code: doorRefusals.notAllowed } })
  expect(await merchandiser.answer('shop.close', {})).toMatchObject({ refusal: { code: doorRefusals.notAllowed } })
})
