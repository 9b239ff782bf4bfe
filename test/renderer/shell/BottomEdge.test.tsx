import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { BottomEdge } from '../../../renderer/shell/BottomEdge'
import { ok } from '../../../shared/result'
import { aBridge } from '../aBridge'
import { shown } from '../shown'
import { openShop } from './openShop'

test('the edge says how far the shop is read, looks again by itself, and is quiet when all is read', async () => {
  const shares = [0.128, 0.5]
  aBridge(async () => ok(openShop({ readAhead: shares.shift() ?? null })))
  shown(<BottomEdge />)
  await screen.findByText(/are being read, 12 % so far/u)
  await screen.findByText(/are being read, 50 % so far/u)
  await waitFor(() => expect(screen.queryByText(/are being read/u)).toBeNull())
  expect(screen.getByText(/no change since the start/u)).toBeTruthy()
})
