import { describe, expect, test } from 'vitest'
import { id, type StaffId } from '../../../shared/ids'
import { colleague, type Account, type Role } from '../../../shared/staff/account'
import { changeAccount, changePassword } from '../../../shared/staff/changeAccount'
import { createAccount } from '../../../shared/staff/createAccount'
import { delayAfter, failedSignIn, mayTry, signedIn } from '../../../shared/staff/signIn'
import { later } from '../../../shared/time'
import { allowed, midway, refusedBy } from '../builders'

const password = { n: 131_072, r: 8, p: 1, salt: 'c2FsdA', hash: 'aGFzaA' }

const anAccount = (overrides: Partial<Account> = {}): Account => ({
  id: id<StaffId>('staff-meera'),
  signInName: 'meera',
  name: 'Meera Iyer',
  roles: ['manager'],
  active: true,
  password,
  createdAt: midway,
  failures: 0,
  lastFailureAt: null,
  views: [],
  dashboards: [],
  ...overrides,
})

const another = (overrides: Partial<Account> = {}): Account =>
  anAccount({
    id: id<StaffId>('staff-ravi-1'),
    signInName: 'ravi',
    name: 'Ravi Menon',
    roles: ['support'],
    ...overrides,
  })

describe('a new account', () => {
  const create = (accounts: readonly Account[], signInName: string, roles: readonly Role[]) =>
    createAccount(accounts, { id: id<StaffId>('staff-asha1'), signInName, name: 'Asha Nair', roles, password }, midway)

  test('is active, with each role once', () => {
    const account = allowed(create([anAccount()], ' Asha ', ['manager', 'merchandiser', 'manager']))
    expect(account).toMatchObject({ signInName: 'asha', active: true, roles: ['merchandiser', 'manager'], failures: 0 })
  })

  test('is refused where the name is taken, by an inactive account too', () => {
    expect(refusedBy(create([anAccount({ active: false })], 'MEERA', ['support']))).toMatchObject({
      code: 'sign-in-name-taken',
      field: 'signInName',
    })
  })

  test('is refused without a role', () => {
    expect(refusedBy(create([], 'asha', []))).toMatchObject({ code: 'no-role', field: 'roles' })
  })

  test('shows itself to the window without anything of its password', () => {
    expect(Object.keys(colleague(anAccount()))).toEqual(['id', 'signInName', 'name', 'roles', 'active', 'createdAt'])
  })
})

describe('changing an account', () => {
  const change = (account: Account, accounts: readonly Account[], roles: readonly Role[], active: boolean) =>
    changeAccount(account, accounts, { name: 'Meera K. Iyer', roles, active })

  test('renames it and changes its roles', () => {
    const changed = allowed(change(anAccount(), [anAccount(), another({ roles: ['manager'] })], ['support'], true))
    expect(changed).toMatchObject({ name: 'Meera K. Iyer', roles: ['support'], active: true })
  })

  test('never takes the last active manager away, whichever way', () => {
    for (const other of [another(), another({ roles: ['manager'], active: false })]) {
      const accounts = [anAccount(), other]
      expect(refusedBy(change(anAccount(), accounts, ['support'], true))).toMatchObject({ field: 'roles' })
      expect(refusedBy(change(anAccount(), accounts, ['manager'], false))).toMatchObject({ field: 'active' })
    }
  })

  test('lets a manager go while another one is active', () => {
    const accounts = [anAccount(), another({ roles: ['support', 'manager'] })]
    expect(allowed(change(anAccount(), accounts, ['manager'], false)).active).toBe(false)
  })

  test('lets anyone else go, also when there is only one manager', () => {
    expect(allowed(change(another(), [anAccount(), another()], ['support'], false)).active).toBe(false)
  })

  test('is refused without a role', () => {
    expect(refusedBy(change(another(), [anAccount(), another()], [], true))).toMatchObject({ field: 'roles' })
  })

  test('starts the count of wrong passwords anew with a new password or when it is made active again', () => {
    const waiting = another({ failures: 9, lastFailureAt: midway, active: false })
    expect(allowed(change(waiting, [anAccount(), waiting], ['support'], true)).failures).toBe(0)
    expect(changePassword(waiting, { ...password, hash: 'bmV3' })).toMatchObject({
      failures: 0,
      password: { hash: 'bmV3' },
    })
  })
})

describe('wrong passwords', () => {
  test('make the next try wait ever longer, up to five minutes', () => {
    const delays = Array.from({ length: 14 }, (_, failures) => delayAfter(failures) / 1000)
    expect(delays).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    expect(delayAfter(100_000)).toBe(300_000)
  })

  test('are counted, and forgotten with the right one', () => {
    const failed = failedSignIn(failedSignIn(anAccount(), midway), later(midway, 1))
    expect(failed).toMatchObject({ failures: 2, lastFailureAt: midway + 1 })
    expect(signedIn(failed)).toMatchObject({ failures: 0, lastFailureAt: null })
  })

  const after = (failures: number, milliseconds: number) =>
    mayTry(anAccount({ failures, lastFailureAt: midway }), later(midway, milliseconds))

  test('let another try pass once the delay is over', () => {
    expect(after(2, 0).ok).toBe(true)
    expect(after(5, 3999).ok).toBe(false)
    expect(after(5, 4000).ok).toBe(true)
    expect(mayTry(anAccount(), midway).ok).toBe(true)
  })

  test('say how long to wait', () => {
    expect(refusedBy(after(5, 3500)).message).toBe('Too many wrong passwords. Try again in 1 second.')
    expect(refusedBy(after(5, 0)).message).toBe('Too many wrong passwords. Try again in 4 seconds.')
    expect(refusedBy(after(12, 0)).message).toBe('Too many wrong passwords. Try again in 5 min.')
  })

  test('never make anyone wait longer than the delay because a clock was set back', () => {
    expect(refusedBy(after(5, -86_400_000)).message).toContain('4 seconds')
  })
})
