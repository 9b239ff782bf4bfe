import { expect, test } from 'vitest'
import { id, type DashboardId } from '../../../shared/ids'
import { saveDashboard } from '../../../shared/reports/dashboards/saveDashboard'
import type { Dashboard } from '../../../shared/views/dashboard'
import { allowed, refusedBy } from '../builders'

const aDashboard = (name: string, overrides: Partial<Dashboard> = {}): Dashboard => ({
  id: id<DashboardId>(`dashboard-${name}`),
  name,
  charts: [],
  ...overrides,
})

test('a new dashboard comes last, a known one stays in its place', () => {
  const [morning, friday] = [aDashboard('morning'), aDashboard('friday')]
  const both = allowed(saveDashboard(allowed(saveDashboard([], morning)), friday))
  expect(both).toEqual([morning, friday])
  const changed = { ...morning, charts: [{ chart: 'money', campaignId: null, wide: true }] }
  expect(allowed(saveDashboard(both, changed))).toEqual([changed, friday])
})

test('two dashboards cannot be told apart by a name that reads the same', () => {
  expect(refusedBy(saveDashboard([aDashboard('morning')], aDashboard('friday', { name: ' Morning' })))).toMatchObject({
    code: 'dashboard-exists',
    field: 'name',
  })
})

test('twenty are enough, and each of them can still be changed', () => {
  const twenty = Array.from({ length: 20 }, (_, place) => aDashboard(`board${String(place)}`))
  expect(refusedBy(saveDashboard(twenty, aDashboard('one-more')))).toMatchObject({ code: 'too-many-dashboards' })
  expect(allowed(saveDashboard(twenty, aDashboard('board3')))).toHaveLength(20)
})
