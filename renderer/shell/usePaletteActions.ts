import { useMantineColorScheme } from '@mantine/core'
import {
  IconDatabase,
  IconLock,
  IconLogout,
  IconMoon,
  IconPackage,
  IconShoppingCartPlus,
  IconSpeakerphone,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Role } from '../../shared/staff/account'
import { useLeave } from '../session/useLeave'
import { useSession } from '../session/useSession'
import type { Find } from './usePaletteFinds'

interface Action extends Find {
  /** Who can do it; null for everyone signed in. */
  readonly roles: readonly Role[] | null
}

/** What can be begun from anywhere, as far as the roles of whoever is signed in go. */
export function usePaletteActions(): readonly Find[] {
  const { who } = useSession()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const { lock, signOut } = useLeave()
  const action = (icon: Find['icon'], label: string, roles: Action['roles'], go: () => void): Action => ({
    key: label,
    icon,
    label,
    more: '',
    roles,
    go,
  })
  const actions: readonly Action[] = [
    action(
      IconShoppingCartPlus,
      'Place an order',
      ['support'],
      () => void navigate({ to: '/orders', search: { placing: true } }),
    ),
    action(
      IconPackage,
      'New product',
      ['merchandiser'],
      () => void navigate({ to: '/products', search: { adding: true } }),
    ),
    action(IconSpeakerphone, 'New campaign', ['merchandiser'], () => void navigate({ to: '/campaigns/new' })),
    action(IconDatabase, 'Backups', ['manager'], () => void navigate({ to: '/backups' })),
    action(IconMoon, 'Dark colours', null, () => setColorScheme('dark')),
    action(IconSun, 'Light colours', null, () => setColorScheme('light')),
    action(IconLock, 'Lock', null, () => void lock()),
    action(IconLogout, 'Sign out', null, () => void signOut()),
  ]
  return actions.filter(({ roles }) => roles === null || roles.some((role) => who.roles.includes(role)))
}
