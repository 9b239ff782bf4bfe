import { Alert, Anchor, Button, Skeleton, Stack, Switch } from '@mantine/core'
import { IconPackages, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { ProductRow } from '../../shared/products/requests'
import { useAsk } from '../api'
import { useMay } from '../session/useSession'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { SearchField } from '../ui/SearchField'
import { NewProductDialog } from './NewProductDialog'
import { ProductList } from './ProductList'
import { useProductOrder } from './useProductOrder'
import classes from './ProductsPage.module.css'

/** The curated list: what is on it, in which order, and how each product's campaign stands. */
export function ProductsPage() {
  const { text = '', archived = false, adding = false } = useSearch({ from: '/products' })
  const navigate = useNavigate({ from: '/products' })
  const mayEdit = useMay('merchandiser')
  const rows = useAsk('products.list', { text, archived }, { keep: true })
  const campaigns = useAsk('campaigns.list', { text: '', states: [], productId: null })
  const narrow = (part: { text?: string | undefined; archived?: boolean | undefined; adding?: boolean | undefined }) =>
    void navigate({
      search: (old) => ({ ...old, ...part }),
      replace: true,
    })
  const newProduct = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => narrow({ adding: true })}>
      New product
    </Button>
  )
  return (
    <PageShell title="Products" action={newProduct}>
      <div className={classes.filters}>
        <SearchField
          label="Search products"
          placeholder="Name, tagline or maker"
          value={text}
          onChange={(typed) => narrow({ text: typed === '' ? undefined : typed })}
        />
        <Switch
          label="Archived products"
          checked={archived}
          onChange={(event) => narrow({ archived: event.currentTarget.checked || undefined })}
        />
      </div>
      <LoadedView of={rows} skeleton={<ListSkeleton />}>
        {(value) =>
          value.length === 0 ? (
            <NothingHere
              text={text}
              archived={archived}
              newProduct={newProduct}
              onDropSearch={() => narrow({ text: undefined })}
            />
          ) : (
            <CuratedList
              saved={value}
              campaigns={campaigns.state === 'loaded' ? campaigns.value : none}
              fixed={orderIsFixed(mayEdit, text, archived)}
              whole={text === '' && !archived}
            />
          )
        }
      </LoadedView>
      {mayEdit && <NewProductDialog opened={adding} onClose={() => narrow({ adding: undefined })} />}
    </PageShell>
  )
}

const none: readonly CampaignView[] = []

/** Why the list cannot be put in another order now, or null where it can. */
function orderIsFixed(mayEdit: boolean, text: string, archived: boolean): string | null {
  if (!mayEdit) return 'The order of the list is changed by merchandisers.'
  if (archived) return 'Archived products have no place on the list.'
  return text === '' ? null : 'Clear the search to change the order of the list.'
}

interface CuratedListProps {
  readonly saved: readonly ProductRow[]
  readonly campaigns: readonly CampaignView[]
  readonly fixed: string | null
  /** False while a search or the archive shows only some. */
  readonly whole: boolean
}

function CuratedList({ saved, campaigns, fixed, whole }: CuratedListProps) {
  const { rows, move, refused, forgetRefusal } = useProductOrder(saved)
  const byId = useMemo(() => new Map(campaigns.map((view) => [view.campaign.id, view])), [campaigns])
  return (
    <Stack gap="xs">
      {refused !== null && (
        <Alert
          color="red"
          role="alert"
          title="The order was not saved"
          withCloseButton
          closeButtonLabel="Close"
          onClose={forgetRefusal}
        >
          {refused} The list stands as it was last saved.
        </Alert>
      )}
      <ProductList rows={rows} campaigns={byId} onMove={fixed === null ? move : undefined} numbered={whole} />
      <p className={classes.note}>
        {fixed ?? 'Supporters see the products in this order. Drag one by its handle, or press Alt with an arrow key.'}
      </p>
    </Stack>
  )
}

interface NothingHereProps {
  readonly text: string
  readonly archived: boolean
  readonly newProduct: ReactNode
  readonly onDropSearch: () => void
}

function NothingHere({ text, archived, newProduct, onDropSearch }: NothingHereProps) {
  if (text !== '') {
    return (
      <EmptyState
        icon={IconPackages}
        title={`No product has “${text}” in its name, tagline or maker`}
        action={
          <Anchor component="button" type="button" onClick={onDropSearch}>
            Show all {archived ? 'archived ' : ''}products
          </Anchor>
        }
      />
    )
  }
  if (archived) {
    return (
      <EmptyState icon={IconPackages} title="No archived products">
        A product that is archived leaves the list and is kept here.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={IconPackages} title="No products yet" action={newProduct}>
      The products that the programme offers stand here in the order in which supporters see them.
    </EmptyState>
  )
}

function ListSkeleton() {
  return (
    <Stack gap={2}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={46} />
      ))}
    </Stack>
  )
}
