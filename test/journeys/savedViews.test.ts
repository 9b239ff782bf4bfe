import { afterAll, beforeAll, expect, test } from 'vitest'
import { id, type ViewId } from '../../shared/ids'
import { allowed } from '../shared/builders'
import { anOffice, command, done, password, type TestOffice } from './anOffice'

let shop: TestOffice
beforeAll(async () => {
  shop = await anOffice()
})
afterAll(() => shop.end())

const view = {
  id: id<ViewId>('view-asha'),
  name: 'Calls of Asha',
  search: '{"text":"98450 12345"}',
}

test('a view belongs to whoever saved it, survives a restart and stays out of the trail', async () => {
  const desk = shop.office.as(shop.manager)
  await done(desk, 'staff.create', { signInName: 'ravi', name: 'Ravi Menon', roles: ['support'], password })
  await done(desk, 'views.save', view)
  await shop.restart()
  const again = shop.office.as(shop.manager)
  expect(allowed(await again.ask('views.mine', {}))).toEqual([view])
  allowed(await shop.office.ask('session.signIn', { signInName: 'ravi', password }))
  expect(allowed(await shop.office.ask('views.mine', {}))).toEqual([])
  const trail = allowed(
    await again.ask('audit.page', {
      byId: null,
      byProgram: false,
      action: 'views.save',
      from: null,
      to: null,
      text: '',
      productId: null,
      campaignId: null,
      orderId: null,
      offset: 0,
      limit: 10,
    }),
  )
  expect(trail.total).toBe(1)
  expect(JSON.stringify(trail)).not.toContain('12345')
})

test('a removed view is gone, and cannot be removed again', async () => {
  const desk = shop.office.as(shop.manager)
  await done(desk, 'views.save', view)
  await done(desk, 'views.remove', { id: view.id })
  expect(allowed(await desk.ask('views.mine', {}))).toEqual([])
  expect(await command(desk, 'views.remove', { id: view.id })).toMatchObject({ refusal: { code: 'no-such-view' } })
})

test('what is no address is refused where it was given', async () => {
  const desk = shop.office.as(shop.manager)
  for (const search of ['', 'null', '[1]', '{"text":'])
    expect(await command(desk, 'views.save', { ...view, search })).toMatchObject({ refusal: { code: 'invalid-input' } })
})
