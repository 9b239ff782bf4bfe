import { everyOrder } from '../../shared/orders/requests'
import type { OrderRow } from '../../shared/orders/row'
import type { Icon } from '@tabler/icons-react'
import { IconPackage, IconReceipt, IconSettings, IconSpeakerphone, IconUser, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { formatMoney } from '../../shared/money'
import { useAsk, type Loaded } from '../api'
import { useMay, useSession } from '../session/useSession'
import { placesFor } from './places'
import { usePaletteActions } from './usePaletteActions'

/** One line of the palette. */
export interface Find {
  readonly key: string
  readonly icon: Icon
  readonly label: string
  readonly more: string
  readonly go: () => void
}

interface FindGroup {
  readonly title: string
  readonly finds: readonly Find[]
}

const most = 6

/** Among so many orders supporters are told apart. */
const looked = 30

const mostSupporters = 3

const someOf = <T>(loaded: Loaded<readonly T[]>): readonly T[] =>
  loaded.state === 'loaded' ? loaded.value.slice(0, most) : []

/** Pages that match at once, and what the store finds for `text` (what was typed a moment ago). */
export function usePaletteFinds(
  typed: string,
  text: string,
): { readonly groups: readonly FindGroup[]; readonly searching: boolean } {
  const found = useFoundRecords(text)
  const pages = usePages(typed)
  const actions = usePaletteActions().filter(({ label }) => says(label, typed))
  const groups = [{ title: 'Pages', finds: pages }, ...found.groups, { title: 'Actions', finds: actions }].filter(
    ({ finds }) => finds.length > 0,
  )
  return { groups, searching: found.searching || typed !== text }
}

function usePages(typed: string): readonly Find[] {
  const navigate = useNavigate()
  const { who } = useSession()
  const pages: readonly Find[] = [
    ...placesFor(who.roles).map(({ to, label, icon, key }) => ({
      key: to,
      icon,
      label,
      more: `g ${key}`,
      go: () => void navigate({ to }),
    })),
    ...(who.roles.includes('manager')
      ? [
          {
            key: 'settings',
            icon: IconSettings,
            label: 'Settings: reasons for cancelling, undoing',
            more: '',
            go: () => void navigate({ to: '/settings' }),
          },
        ]
      : []),
    {
      key: 'account',
      icon: IconUserCircle,
      label: 'Account and password',
      more: '',
      go: () => void navigate({ to: '/account' }),
    },
  ]
  return pages.filter(({ label }) => says(label, typed))
}

const says = (label: string, typed: string): boolean =>
  label.toLocaleLowerCase('en-GB').includes(typed.toLocaleLowerCase('en-GB'))

function useFoundRecords(text: string) {
  const navigate = useNavigate()
  const seesOrders = useMay('support', 'manager')
  const enabled = text !== ''
  const products = useAsk('products.list', { text, archived: false }, { enabled, keep: true })
  const campaigns = useAsk('campaigns.list', { text, states: [], productId: null }, { enabled, keep: true })
  const orders = useAsk(
    'orders.page',
    { ...everyOrder, text, descending: true, limit: looked },
    { enabled: enabled && seesOrders, keep: true },
  )
  if (!enabled) return { groups: [], searching: false }
  const found = orders.state === 'loaded' ? orders.value.rows : []
  const groups: readonly FindGroup[] = [
    {
      title: 'Products',
      finds: someOf(products).map(({ product, state }) => ({
        key: product.id,
        icon: IconPackage,
        label: product.name,
        more: state,
        go: () => void navigate({ to: '/products/$productId', params: { productId: product.id } }),
      })),
    },
    {
      title: 'Campaigns',
      finds: someOf(campaigns).map(({ campaign, state, productName }) => ({
        key: campaign.id,
        icon: IconSpeakerphone,
        label: productName,
        more: `${campaign.market}, ${state}`,
        go: () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.id } }),
      })),
    },
    {
      title: 'Supporters',
      finds: supportersIn(found, (phone) => void navigate({ to: '/orders', search: { text: phone } })),
    },
    {
      title: 'Orders',
      finds: found.slice(0, most).map((row) => ({
        key: row.id,
        icon: IconReceipt,
        label: `${row.number} · ${row.supporterName}`,
        more: `${formatMoney(row.total, row.currency)}, ${row.state}`,
        go: () => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } }),
      })),
    },
  ]
  const searching = [products, campaigns, ...(seesOrders ? [orders] : [])].some(
    (asked) => asked.state === 'loading' || (asked.state === 'loaded' && asked.refreshing),
  )
  return { groups, searching }
}

/** Who the orders found belong to, by phone number; leads to all orders of that number. */
function supportersIn(rows: readonly OrderRow[], go: (phone: string) => void): readonly Find[] {
  const newest = new Map<string, OrderRow>()
  for (const row of rows) if (!newest.has(row.phone)) newest.set(row.phone, row)
  return [...newest.values()].slice(0, mostSupporters).map(({ phone, supporterName, city }) => ({
    key: phone,
    icon: IconUser,
    label: supporterName,
    more: `${phone}, ${city}`,
    go: () => go(phone),
  }))
}
