import { useParams } from '@tanstack/react-router'
import { id, type ProductId } from '../../shared/ids'
import { useAsk } from '../api'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { ProductEditor } from './editor/ProductEditor'
import { IconPackageOff } from '@tabler/icons-react'

/** Everything about one product, saved while it is typed. */
export function ProductEditorPage() {
  const { productId } = useParams({ from: '/products/$productId' })
  const view = useAsk('products.one', { id: productId })
  const campaigns = useAsk('campaigns.list', { text: '', states: [], productId: id<ProductId>(productId) })
  return (
    <LoadedView of={view}>
      {(found) =>
        found === null ? (
          <NoSuchProduct />
        ) : (
          <ProductEditor
            key={productId}
            view={found}
            campaigns={campaigns.state === 'loaded' ? campaigns.value : undefined}
          />
        )
      }
    </LoadedView>
  )
}

export function NoSuchProduct() {
  return (
    <PageShell title="No such product" crumbs={[{ label: 'Products', link: { to: '/products' } }]}>
      <EmptyState icon={IconPackageOff} title="There is no product at this address">
        The address may be incomplete. All products are on the list, archived ones behind its switch.
      </EmptyState>
    </PageShell>
  )
}
