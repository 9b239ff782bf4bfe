import { describe, expect, test } from 'vitest'
import { id, type ViewId } from '../../../shared/ids'
import { saveView } from '../../../shared/views/saveView'
import type { SavedView } from '../../../shared/views/view'
import { allowed, refusedBy } from '../builders'

const aView = (name: string, overrides: Partial<SavedView> = {}): SavedView => ({
  id: id<ViewId>(`view-${name.toLowerCase().replaceAll(' ', '-')}`),
  name,
  search: '{"overdue":true}',
  ...overrides,
})

describe('a view', () => {
  test('comes after those that were saved before', () => {
    expect(allowed(saveView([aView('Overdue')], aView('Cards'))).map(({ name }) => name)).toEqual(['Overdue', 'Cards'])
  })

  test('saved again it keeps its place', () => {
    const views = [aView('Overdue'), aView('Cards')]
    const changed = aView('Overdue', { name: 'Late', search: '{}' })
    expect(allowed(saveView(views, changed))).toEqual([changed, views[1]])
  })

  test('cannot have the name of another one, however it is written', () => {
    expect(refusedBy(saveView([aView('Overdue')], aView('OVERDUE ', { id: id<ViewId>('view-other') })))).toMatchObject({
      code: 'view-exists',
      field: 'name',
    })
  })

  test('there are twenty at most, and those can still be changed', () => {
    const views = Array.from({ length: 20 }, (_, index) => aView(`View ${String(index)}`))
    expect(refusedBy(saveView(views, aView('One more'))).code).toBe('too-many-views')
    expect(allowed(saveView(views, aView('View 3', { search: '{}' })))).toHaveLength(20)
  })
})
