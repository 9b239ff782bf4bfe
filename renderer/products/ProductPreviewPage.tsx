import { Anchor, Alert } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useAsk } from '../api'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { SupporterView } from './preview/SupporterView'
import { NoSuchProduct } from './NoSuchProduct'

/** The product's page as supporters see it, from what is saved now. */
export function ProductPreviewPage() {
  const { productId } = useParams({ from: '/products/$productId/preview' })
  const view = useAsk('products.one', { id: productId })
  const makers = useAsk('makers.list', {})
  const campaignId = view.state === 'loaded' ? (view.value?.campaignId ?? null) : null
  const campaign = useAsk('campaigns.one', { id: campaignId ?? '' }, { enabled: campaignId !== null })
  const makerId = view.state === 'loaded' ? view.value?.product.makerId : undefined
  const maker = makers.state === 'loaded' ? makers.value.find(({ id }) => id === makerId) : undefined
  return (
    <LoadedView of={view}>
      {(found) =>
        found === null ? (
          <NoSuchProduct />
        ) : (
          <PageShell
            title={`Preview of ${found.product.name}`}
            crumbs={[
              { label: 'Products', link: { to: '/products' } },
              { label: found.product.name, link: { to: '/products/$productId', params: { productId } } },
            ]}
          >
            <Alert color="blue" icon={<IconEye size={18} aria-hidden />}>
              This is how supporters see the product, from what is saved now. No order can be placed on it.{' '}
              <Anchor
                underline="always"
                inherit
                renderRoot={(props) => <Link to="/products/$productId" params={{ productId }} {...props} />}
              >
                Back to the editor
              </Anchor>
            </Alert>
            <SupporterView
              product={found.product}
              maker={maker}
              campaign={campaign.state === 'loaded' ? (campaign.value ?? undefined) : undefined}
            />
          </PageShell>
        )
      }
    </LoadedView>
  )
}
