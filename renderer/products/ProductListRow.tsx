import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Text } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { ProductRow } from '../../shared/products/requests'
import { reachedWords, timeWords } from '../campaigns/campaignWords'
import { Money } from '../ui/Money'
import { ProgressBar } from '../ui/ProgressBar'
import { StatusBadge } from '../ui/StatusBadge'
import { useNow } from '../ui/useNow'
import { PictureImage } from './PictureImage'
import classes from './ProductList.module.css'

interface ProductListRowProps {
  readonly row: ProductRow
  /** From zero. */
  readonly place: number
  readonly campaign: CampaignView | undefined
  readonly movable: boolean
  /** False where `place` is not the place on the list: among search results, in the archive. */
  readonly numbered: boolean
}

export function ProductListRow({ row, place, campaign, movable, numbered }: ProductListRowProps) {
  const { product, state, makerName } = row
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: product.id,
  })
  return (
    <tr
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-dragging={isDragging || undefined}
    >
      <td className={classes.place}>
        {movable ? (
          <button
            ref={setActivatorNodeRef}
            type="button"
            className={classes.handle}
            data-handle
            aria-label={`Move ${product.name}, place ${String(place + 1)}`}
            {...attributes}
            {...listeners}
          >
            <IconGripVertical size={16} stroke={1.5} aria-hidden />
            <span aria-hidden>{place + 1}</span>
          </button>
        ) : (
          numbered && <span className={classes.placeOnly}>{place + 1}</span>
        )}
      </td>
      <td className={classes.thumbnail}>
        <div>
          <PictureImage picture={product.pictures[0]} decorative />
        </div>
      </td>
      <td className={classes.product}>
        <Link to="/products/$productId" params={{ productId: product.id }} className={classes.name}>
          {product.name}
        </Link>
        <Text size="xs" c="dimmed" truncate>
          {product.tagline}
        </Text>
      </td>
      <td className={classes.maker}>
        {makerName ?? <span className={classes.quiet}>no maker yet</span>}
        {product.category !== undefined && (
          <Text size="xs" c="dimmed" truncate>
            {product.category}
          </Text>
        )}
      </td>
      <td className={classes.number}>
        {product.price === null ? (
          <span className={classes.quiet}>no price yet</span>
        ) : (
          <Money amount={product.price} currency={product.currency} />
        )}
      </td>
      <td>
        <StatusBadge kind="product" state={state} />
      </td>
      <td className={classes.campaign}>
        {campaign === undefined ? <span className={classes.quiet}>none yet</span> : <CampaignCell view={campaign} />}
      </td>
    </tr>
  )
}

function CampaignCell({ view }: { readonly view: CampaignView }) {
  const now = useNow()
  const { campaign, tally, state } = view
  return (
    <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} className={classes.campaignLink}>
      {state === 'draft' || state === 'scheduled' ? (
        <StatusBadge kind="campaign" state={state} />
      ) : (
        <>
          <ProgressBar campaign={campaign} tally={tally} state={state} at={now} size="row" />
          <span className={classes.standing}>
            {reachedWords(tally.net, campaign)} · {timeWords(campaign, state, now)}
          </span>
        </>
      )}
    </Link>
  )
}
