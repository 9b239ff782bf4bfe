import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShopKind } from '../../shared/shop/requests'
import { ask } from '../api'
import { ResetSample } from '../shop/ResetSample'
import { noteShop } from './enter'

/** The ways out of the sign-in page: another shop, and a fresh sample shop. */
export function ShopChoices({ shop }: { readonly shop: ShopKind }) {
  const client = useQueryClient()
  const [closing, setClosing] = useState(false)
  const close = async () => {
    setClosing(true)
    try {
      noteShop(client, await ask('shop.close', {}))
    } finally {
      setClosing(false)
    }
  }
  return (
    <Group justify="space-between" gap="xs">
      <Button variant="subtle" color="gray" size="compact-sm" loading={closing} onClick={() => void close()}>
        Open another shop
      </Button>
      {shop === 'sample' && <ResetSample />}
    </Group>
  )
}
