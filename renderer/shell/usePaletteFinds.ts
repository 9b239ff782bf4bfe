import { everyOrder } from '../../shared/orders/requests'
import type { Icon } from '@tabler/icons-react'
import { IconPackage, IconReceipt, IconSpeakerphone, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { formatMoney } from '../../shared/money'
import { useAsk, type Loaded } from '../api'
import { useMay, useSession } from '../session/useSession'
import { placesFor } from './places'

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

const someOf = <T>(loaded: Loaded<readonly T[]>): readonly T[] =>
  loaded.state === 'loaded' ? loaded.value.slice(0, most) : []

/** Pages that match at once, and what the store finds for `text` (what was typed a moment ago). */
export function usePaletteFinds(
  typed: string,
  text: string,
): { readonly groups: readonly FindGroup[]; readonly searching: boolean } {
  const found = useFoundRecords(text)
  const pages = usePages(typed)
  const groups = [{ title: 'Pages', finds: pages }, ...found.groups].filter(({ finds }) => finds.length > 0)
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
    {
      key: 'account',
      icon: IconUserCircle,
      label: 'Account and password',
      more: '',
      go: () => void navigate({ to: '/account' }),
    },
  ]
  const wanted = typed.toLocaleLowerCase('en-GB')
  return pages.filter(({ label }) => label.toLocaleLowerCase('en-GB').includes(wanted))
}

function useFoundRecords(text: string) {
  const navigate = useNavigate()
  const seesOrders = useMay('support', 'manager')
  const enabled = text !== ''
  const products = useAsk('products.list', { text, archived: false }, { enabled, keep: true })
  const campaigns = useAsk('campaigns.list', { text, states: [], productId: null }, { enabled, keep: true })
  const orders = useAsk(
    'orders.page',
    { ...everyOrder, text, descending: true, limit: most },
    { enabled: enabled && seesOrders, keep: true },
  )
  if (!enabled) return { groups: [], searching: false }
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
      title: 'Orders',
      finds: (orders.state === 'loaded' ? orders.value.rows : []).map((row) => ({
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
