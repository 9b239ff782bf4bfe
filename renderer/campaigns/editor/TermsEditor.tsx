import { Alert, Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Campaign } from '../../../shared/campaigns/campaign'
import type { Product } from '../../../shared/products/product'
import type { ProductRow } from '../../../shared/products/requests'
import { FieldError } from '../../ui/FieldError'
import { PageShell } from '../../ui/PageShell'
import { useNow } from '../../ui/useNow'
import { LeavingDraft } from './LeavingDraft'
import { LimitFields } from './LimitFields'
import { SaleFields } from './SaleFields'
import { TermsGlance } from './TermsGlance'
import { TimeFields } from './TimeFields'
import { useTermsEditor } from './useTermsEditor'

interface TermsEditorProps {
  readonly rows: readonly ProductRow[]
  /** Null for a campaign that is begun now. */
  readonly campaign: Campaign | null
  /** The product that a new campaign was begun for. */
  readonly product: Product | null
}

export function TermsEditor({ rows, campaign, product }: TermsEditorProps) {
  const now = useNow()
  const editing = useTermsEditor(campaign, product, now)
  const { form, errors, saving, changedElsewhere } = editing
  const chosen = rows.find((row) => row.product.id === form.productId)?.product
  const title = campaign === null ? 'New campaign' : `Draft campaign of ${chosen?.name ?? 'a product'}`
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void editing.save()
      }}
    >
      <PageShell
        title={title}
        crumbs={[{ label: 'Campaigns', link: { to: '/campaigns' } }]}
        action={
          <Button type="submit" loading={saving} disabled={changedElsewhere}>
            {campaign === null ? 'Create draft' : 'Save draft'}
          </Button>
        }
        secondary={<Cancel campaign={campaign} />}
        aside={<TermsGlance form={form} terms={editing.terms} />}
      >
        <FieldError>{errors.root}</FieldError>
        {changedElsewhere && (
          <Alert color="yellow" role="alert" title="This draft was changed elsewhere while you had it open">
            <Group justify="space-between">
              <Text size="sm">What you typed is kept here and not saved.</Text>
              <Button variant="default" size="xs" onClick={editing.loadNewer}>
                Load the newer version
              </Button>
            </Group>
          </Alert>
        )}
        <SaleFields editing={editing} rows={rows} />
        <TimeFields editing={editing} />
        <LimitFields editing={editing} />
        <LeavingDraft dirty={editing.dirty} />
      </PageShell>
    </form>
  )
}

function Cancel({ campaign }: { readonly campaign: Campaign | null }) {
  return (
    <Button
      variant="default"
      renderRoot={(props) =>
        campaign === null ? (
          <Link to="/campaigns" {...props} />
        ) : (
          <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} {...props} />
        )
      }
    >
      Cancel
    </Button>
  )
}
