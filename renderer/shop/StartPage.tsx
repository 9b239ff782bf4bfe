import type { ShopStatus } from '../../shared/shop/requests'

export function StartPage({ status }: { readonly status: Extract<ShopStatus, { kind: 'closed' }> }) {
  return <h1>{status.kind}</h1>
}
