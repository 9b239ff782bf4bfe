import { useParams } from '@tanstack/react-router'
import { useAsk } from '../api'
import { LoadedView } from '../ui/LoadedView'
import { ProductEditor } from './editor/ProductEditor'
import { NoSuchProduct } from './NoSuchProduct'

/** Everything about one product, saved while it is typed. */
export function ProductEditorPage() {
  const { productId } = useParams({ from: '/products/$productId' })
  const view = useAsk('products.one', { id: productId })
  const campaigns = useAsk('campaigns.list', { text: '', states: [], productId })
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
