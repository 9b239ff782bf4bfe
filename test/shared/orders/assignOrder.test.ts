import { expect, test } from 'vitest'
import { id, type StaffId } from '../../../shared/ids'
import { assigneeOf, assignOrder, looksAfterOrders } from '../../../shared/orders/assignOrder'
import type { Account } from '../../../shared/staff/account'
import { later, minute } from '../../../shared/time'
import { anAccount } from '../../electron/store/records'
import { allowed, anActor, refusedBy } from '../builders'
import { anOrder, placedAt } from '../orderBuilders'

const by = anActor()
const at = later(placedAt, minute)
const ravi = anAccount({ id: id<StaffId>('staff-ravi'), name: 'Ravi Menon', roles: ['support'] })
const assign = (order: ReturnType<typeof anOrder>, to: Account | null) => assignOrder(order, to, by, at)

test('an order goes from hand to hand and every step stays on record', () => {
  const taken = allowed(assign(anOrder(), ravi))
  expect(assigneeOf(taken)).toEqual({ staffId: ravi.id, name: 'Ravi Menon' })
  const given = allowed(assign(taken, anAccount()))
  const free = allowed(assign(given, null))
  expect(assigneeOf(free)).toBeNull()
  expect(free.assignments.map(({ by: giver, to }) => [giver, to?.name ?? null])).toEqual([
    ['Meera Iyer', 'Ravi Menon'],
    ['Meera Iyer', 'Meera Iyer'],
    ['Meera Iyer', null],
  ])
})

test('only active accounts with a role for orders look after them', () => {
  expect(looksAfterOrders(anAccount({ roles: ['manager'] }))).toBe(true)
  expect(refusedBy(assign(anOrder(), { ...ravi, active: false }))).toMatchObject({
    code: 'not-assignable',
    field: 'to',
  })
  expect(refusedBy(assign(anOrder(), { ...ravi, roles: ['merchandiser'] })).code).toBe('not-assignable')
})

test('what would change nothing is refused, so the time line has no empty steps', () => {
  expect(refusedBy(assign(anOrder(), null)).code).toBe('already-assigned')
  expect(refusedBy(assign(allowed(assign(anOrder(), ravi)), ravi)).code).toBe('already-assigned')
})

test('an order whose keeper has left can be taken from them', () => {
  const kept = allowed(assign(anOrder(), ravi))
  expect(assigneeOf(allowed(assign(kept, null)))).toBeNull()
})
