import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ReadOnlyBanner } from '../../../renderer/shell/ReadOnlyBanner'
import { ok } from '../../../shared/result'
import { aBridge } from '../aBridge'
import { press } from '../press'
import { shown } from '../shown'
import { openShop } from './openShop'

const open = (readOnly: string | null) => openShop({ readOnly })

test('while changes can be saved there is no banner', async () => {
  const { asked } = aBridge(async () => ok(open(null)))
  shown(<ReadOnlyBanner />)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByText('Reading only.')).toBeNull()
})

test('the banner says why, and goes when trying again helped', async () => {
  let mended = false
  const { asked } = aBridge(async ({ name }) =>
    ok(name === 'shop.tryAgain' && mended ? open(null) : open('The disk is full.')),
  )
  shown(<ReadOnlyBanner />)
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  await press('Try again')
  await waitFor(() => expect(asked.filter(({ name }) => name === 'shop.tryAgain')).toHaveLength(1))
  expect(screen.queryByText('Reading only.')).not.toBeNull()
  mended = true
  await press('Try again')
  await waitFor(() => expect(screen.queryByText('Reading only.')).toBeNull())
})
