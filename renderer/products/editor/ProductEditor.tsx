import { Text } from '@mantine/core'
import type { CampaignView } from '../../../shared/campaigns/requests'
import { missingBeforeReady } from '../../../shared/products/missing'
import type { ProductView } from '../../../shared/products/requests'
import { useMay } from '../../session/useSession'
import { PageShell } from '../../ui/PageShell'
import { StatusBadge } from '../../ui/StatusBadge'
import { useNow } from '../../ui/useNow'
import { ChangedElsewhere } from './ChangedElsewhere'
import { Checklist } from './Checklist'
import { LeavingUnsaved } from './LeavingUnsaved'
import { locksOf } from './locks'
import { PicturesField } from './PicturesField'
import { KeyAction, OtherActions } from './ProductActions'
import { ProductCampaigns } from './ProductCampaigns'
import { ProductReading, SaleReading } from './ProductReading'
import { SaleFields } from './SaleFields'
import { SaveLine } from './SaveLine'
import { useProductDraft } from './useProductDraft'
import { ListsFields, WordsFields } from './WordsFields'

interface ProductEditorProps {
  readonly view: ProductView
  /** The product's campaigns; undefined while they are on their way. */
  readonly campaigns: readonly CampaignView[] | undefined
}

export function ProductEditor({ view, campaigns }: ProductEditorProps) {
  const { product, state } = view
  const now = useNow()
  const mayEdit = useMay('merchandiser')
  const readOnly = !mayEdit || product.archivedAt !== null
  const draft = useProductDraft(product)
  const { status, typed, errors, saver } = draft
  const missing = missingBeforeReady({ ...product, ...typed })
  const facts = { product, campaigns: campaigns?.map(({ campaign }) => campaign) ?? [], at: now, saver, mayEdit }
  return (
    <PageShell
      title={product.name}
      crumbs={[{ label: 'Products', link: { to: '/products' } }]}
      mark={<StatusBadge kind="product" state={state} />}
      action={<KeyAction {...facts} complete={missing.length === 0} />}
      secondary={<OtherActions {...facts} />}
      aside={
        <>
          <Checklist product={product} missing={missing} mayEdit={mayEdit} />
          {readOnly ? (
            <SaleReading product={product} />
          ) : (
            <SaleFields draft={draft} locks={locksOf(product, facts.campaigns, now)} />
          )}
          <ProductCampaigns product={product} campaigns={campaigns} mayDraft={mayEdit} />
        </>
      }
    >
      {readOnly ? (
        <>
          <Text size="sm" c="dimmed">
            {product.archivedAt === null
              ? 'Products are edited by merchandisers.'
              : 'This product is archived. Restore it to change it.'}
          </Text>
          <ProductReading product={product} />
        </>
      ) : (
        <>
          <SaveLine status={status} errors={errors} saver={saver} />
          {status.kind === 'changed elsewhere' && (
            <ChangedElsewhere mine={typed} theirs={status.theirs.content} saver={saver} />
          )}
          <WordsFields draft={draft} />
          <PicturesField product={product} />
          <ListsFields draft={draft} />
        </>
      )}
      <LeavingUnsaved saver={saver} status={status} />
    </PageShell>
  )
}
