import {
  IconChartHistogram,
  IconClipboardList,
  IconHistory,
  IconInbox,
  IconLayoutDashboard,
  IconPackages,
  IconReceiptRefund,
  IconScale,
  IconSpeakerphone,
  IconTruckDelivery,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Badges } from '../../shared/overview/requests'
import type { Role } from '../../shared/staff/account'

/** One place of the navigation. */
export interface Place {
  readonly to:
    | '/overview'
    | '/queue'
    | '/products'
    | '/campaigns'
    | '/orders'
    | '/refunds'
    | '/shipping'
    | '/settlement'
    | '/reports'
    | '/audit'
    | '/staff'
  readonly label: string
  readonly icon: Icon
  /** Who finds anything to do there; null for everyone signed in. */
  readonly roles: readonly Role[] | null
  /** Counts what waits there for this person. */
  readonly badge?: keyof Badges
  /** With `g` before it. */
  readonly key: string
}

const places: readonly Place[] = [
  { to: '/overview', label: 'Overview', icon: IconLayoutDashboard, roles: ['manager'], key: 'v' },
  { to: '/queue', label: 'My queue', icon: IconInbox, roles: ['support', 'manager'], badge: 'queue', key: 'q' },
  { to: '/products', label: 'Products', icon: IconPackages, roles: null, key: 'p' },
  { to: '/campaigns', label: 'Campaigns', icon: IconSpeakerphone, roles: null, badge: 'campaigns', key: 'c' },
  { to: '/orders', label: 'Orders', icon: IconClipboardList, roles: ['support', 'manager'], key: 'o' },
  {
    to: '/refunds',
    label: 'Refunds',
    icon: IconReceiptRefund,
    roles: ['support', 'manager'],
    badge: 'refunds',
    key: 'r',
  },
  {
    to: '/shipping',
    label: 'Shipping',
    icon: IconTruckDelivery,
    roles: ['support', 'manager'],
    badge: 'shipping',
    key: 's',
  },
  {
    to: '/settlement',
    label: 'Settlement',
    icon: IconScale,
    roles: ['support', 'manager'],
    badge: 'settlement',
    key: 't',
  },
  { to: '/reports', label: 'Reports', icon: IconChartHistogram, roles: ['manager'], key: 'e' },
  { to: '/audit', label: 'Audit', icon: IconHistory, roles: ['manager'], key: 'a' },
  { to: '/staff', label: 'Staff', icon: IconUsers, roles: ['manager'], key: 'u' },
]

/** The places that someone with these roles can use. */
export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  places.filter((place) => place.roles === null || place.roles.some((role) => roles.includes(role)))

/** Where someone with these roles begins the day. */
export function firstPageFor(roles: readonly Role[]): Place['to'] {
  if (roles.includes('manager')) return '/overview'
  return roles.includes('support') ? '/orders' : '/products'
}
