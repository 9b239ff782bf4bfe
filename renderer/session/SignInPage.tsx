import type { ShopStatus } from '../../shared/shop/requests'

export function SignInPage({ status }: { readonly status: Extract<ShopStatus, { kind: 'open' }> }) {
  return <h1>{status.kind}</h1>
}
