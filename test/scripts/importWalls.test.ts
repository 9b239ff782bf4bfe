import { describe, expect, test } from 'vitest'
import { wallBetween } from '../../scripts/lint/importWalls.mjs'

describe('who may import whom', () => {
  test.each([
    ['shared/orders/cancelOrder.ts', '../campaigns/campaign'],
    ['shared/orders/cancelOrder.ts', './order'],
    ['shared/orders/cancelOrder.ts', '../money'],
    ['shared/orders/requests.ts', 'zod'],
    ['shared/requests.ts', './orders/requests'],
    ['electron/requests/orders.ts', '../../shared/orders/cancelOrder'],
    ['electron/main.ts', 'node:path'],
    ['electron/store/lowdb/open.ts', 'lowdb'],
    ['renderer/orders/OrderPage.tsx', '../../shared/orders/cancelOrder'],
    ['renderer/orders/OrderPage.tsx', 'react'],
    ['test/journeys/refund.test.ts', '../../electron/store/store'],
  ])('%s may import %s', (file, source) => {
    expect(wallBetween(file, source)).toBeUndefined()
  })

  test.each([
    ['shared/campaigns/campaign.ts', '../orders/order'],
    ['shared/orders/order.ts', '../refunds/sendRefund'],
    ['shared/money.ts', './orders/order'],
    ['shared/orders/order.ts', '../requests'],
    ['shared/orders/order.ts', '../nowhere/thing'],
    ['shared/orders/order.ts', 'node:fs'],
    ['shared/orders/order.ts', 'react'],
    ['shared/orders/order.ts', 'electron'],
    ['shared/orders/order.ts', 'lowdb'],
    ['shared/orders/order.ts', '../../electron/store/store'],
    ['electron/main.ts', '../renderer/App'],
    ['electron/main.ts', 'react'],
    ['electron/main.ts', '@mantine/core'],
    ['renderer/App.tsx', '../electron/main'],
    ['renderer/App.tsx', 'electron'],
    ['renderer/App.tsx', 'lowdb'],
    ['renderer/App.tsx', 'node:fs'],
    ['renderer/App.tsx', '../test/builders'],
  ])('%s must not import %s', (file, source) => {
    expect(wallBetween(file, source)).toBeTypeOf('string')
  })
})
