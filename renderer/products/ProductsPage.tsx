import { Alert, Anchor, Button, Skeleton, Stack } from '@mantine/core'
import { IconPackages, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { CampaignView } from '../../shared/campaigns/requests'
import { categoryChoices, noCategory, sameCategory } from '../../shared/products/category'
import type { ProductRow } from '../../shared/products/requests'
import { useAsk } from '../api'
import { useMay } from '../session/useSession'
import { EmptyState } from '../ui/EmptyState'
import { LoadedView } from '../ui/LoadedView'
import { PageShell } from '../ui/PageShell'
import { NewProductDialog } from './NewProductDialog'
import { ProductFilters } from './ProductFilters'
import { ProductList } from './ProductList'
import type { ProductsSearch } from './search'
import { useProductOrder } from './useProductOrder'
import classes from './ProductsPage.module.css'

/** The curated list: what is on it, in which order, and how each product's campaign stands. */
export function ProductsPage() {
  const search = useSearch({ from: '/products' })
  const { text = '', category, archived = false, adding = false } = search
  const navigate = useNavigate({ from: '/products' })
  const mayEdit = useMay('merchandiser')
  const rows = useAsk('products.list', { text, archived }, { keep: true })
  const campaigns = useAsk('campaigns.list', { text: '', states: [], productId: null })
  const listed = rows.state === 'loaded' ? rows.value.map(categoryOf) : []
  const narrow = (part: ProductsSearch) =>
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
      <ProductFilters search={search} categories={categoryChoices(listed)} onChange={narrow} />
      <LoadedView of={rows} skeleton={<ListSkeleton />}>
        {(value) => {
          const fitting =
            category === undefined ? value : value.filter((row) => sameCategory(categoryOf(row), category))
          return fitting.length === 0 ? (
            <NothingHere search={search} newProduct={newProduct} onDrop={narrow} />
          ) : (
            <CuratedList
              saved={fitting}
              campaigns={campaigns.state === 'loaded' ? campaigns.value : none}
              fixed={orderIsFixed(mayEdit, search)}
              whole={text === '' && category === undefined && !archived}
            />
          )
        }}
      </LoadedView>
      {mayEdit && <NewProductDialog opened={adding} onClose={() => narrow({ adding: undefined })} />}
    </PageShell>
  )
}

const none: readonly CampaignView[] = []

const categoryOf = ({ product }: ProductRow): string => product.category ?? noCategory

/** Why the list cannot be put in another order now, or null where it can. */
function orderIsFixed(mayEdit: boolean, { text, category, archived }: ProductsSearch): string | null {
  if (!mayEdit) return 'The order of the list is changed by merchandisers.'
  if (archived === true) return 'Archived products have no place on the list.'
  if (category !== undefined) return 'Drop the category to change the order of the list.'
  return text === undefined ? null : 'Clear the search to change the order of the list.'
}

interface CuratedListProps {
  readonly saved: readonly ProductRow[]
  readonly campaigns: readonly CampaignView[]
  readonly fixed: string | null
  /** False while a search, a category or the archive shows only some. */
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
  readonly search: ProductsSearch
  readonly newProduct: ReactNode
  readonly onDrop: (part: ProductsSearch) => void
}

function NothingHere({ search: { text, category, archived }, newProduct, onDrop }: NothingHereProps) {
  if (text !== undefined || category !== undefined) {
    return (
      <EmptyState
        icon={IconPackages}
        title={nothingFound(text, category)}
        action={
          <Anchor component="button" type="button" onClick={() => onDrop({ text: undefined, category: undefined })}>
            Show all {archived === true ? 'archived ' : ''}products
          </Anchor>
        }
      />
    )
  }
  if (archived === true) {
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

function nothingFound(text: string | undefined, category: string | undefined): string {
  const which =
    category === undefined
      ? 'product'
      : category === noCategory
        ? 'product without a category'
        : `product of the category ${category}`
  return text === undefined ? `No ${which}` : `No ${which} has “${text}” in its name, tagline, maker or category`
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
