import { Button } from '@mantine/core'
import { IconLock, IconTargetOff } from '@tabler/icons-react'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { ProductRow } from '../../shared/products/requests'
import { useAsk } from '../api'
import { useMay } from '../session/useSession'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { TermsEditor } from './editor/TermsEditor'

/** A campaign's draft: its terms before the launch, new or opened again. */
export function CampaignEditorPage() {
  const { campaignId } = useParams({ strict: false })
  const { productId } = useSearch({ strict: false })
  const products = useAsk('products.list', { text: '', archived: false })
  const view = useAsk('campaigns.one', { id: campaignId ?? '' }, { enabled: campaignId !== undefined })
  const mayDraft = useMay('merchandiser')
  if (!mayDraft) return <Closed title="Campaign drafts are written by merchandisers" />
  return (
    <LoadedView of={products}>
      {(rows) =>
        campaignId === undefined ? (
          <TermsEditor
            rows={rows}
            campaign={null}
            product={rows.find(({ product }) => product.id === productId)?.product ?? null}
          />
        ) : (
          <LoadedView of={view}>{(found) => <Draft rows={rows} view={found} />}</LoadedView>
        )
      }
    </LoadedView>
  )
}

function Draft({ rows, view }: { readonly rows: readonly ProductRow[]; readonly view: CampaignView | null }) {
  if (view === null) return <Closed title="There is no campaign at this address" />
  const { campaign } = view
  if (campaign.launchedAt !== null) {
    return (
      <PageShell title={`Terms of ${view.productName}`} crumbs={[{ label: 'Campaigns', link: { to: '/campaigns' } }]}>
        <EmptyState
          icon={IconLock}
          title="Target, price and timeline are locked since the launch"
          action={
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} {...props} />
              )}
            >
              Open the campaign
            </Button>
          }
        >
          A new campaign of the product is how they change. Offers can still be added on the campaign’s page.
        </EmptyState>
      </PageShell>
    )
  }
  return <TermsEditor key={campaign.id} rows={rows} campaign={campaign} product={null} />
}

function Closed({ title }: { readonly title: string }) {
  return (
    <PageShell title="Campaign draft" crumbs={[{ label: 'Campaigns', link: { to: '/campaigns' } }]}>
      <EmptyState icon={IconTargetOff} title={title} />
    </PageShell>
  )
}
