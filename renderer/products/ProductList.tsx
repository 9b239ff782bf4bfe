import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type Modifier,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { KeyboardEvent } from 'react'
import type { CampaignView } from '../../shared/campaigns/requests'
import type { CampaignId, ProductId } from '../../shared/ids'
import type { ProductRow } from '../../shared/products/requests'
import { ProductListRow } from './ProductListRow'
import classes from './ProductList.module.css'

interface ProductListProps {
  readonly rows: readonly ProductRow[]
  readonly campaigns: ReadonlyMap<CampaignId, CampaignView>
  /** Undefined where the order cannot be changed now. */
  readonly onMove: ((from: number, to: number) => void) | undefined
  /** Whether the rows are the whole list, so that their places mean something. */
  readonly numbered: boolean
}

/** The curated list. Rows move by dragging their handle, by Space and arrows on it, and by Alt with an arrow anywhere in a row. */
export function ProductList({ rows, campaigns, onMove, numbered }: ProductListProps) {
  const sensors = useSensors(
    // A few pixels before a drag begins, so that a press on the handle stays a press.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = rows.map(({ product }) => product.id)
  const drop = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(active.id as ProductId)
    const to = over === null ? -1 : ids.indexOf(over.id as ProductId)
    if (from !== -1 && to !== -1 && from !== to) onMove?.(from, to)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={upAndDown}
      onDragEnd={drop}
      accessibility={{ announcements: announcementsFor(rows), screenReaderInstructions: { draggable: instructions } }}
    >
      <div className={classes.frame}>
        <table className={classes.list} aria-label="Products, in the order of the list">
          <thead>
            <tr>
              <th className={classes.place}>
                <span className="out-of-sight">Place</span>
              </th>
              <th colSpan={2}>Product</th>
              <th>Maker, category</th>
              <th className={classes.number}>Price</th>
              <th>State</th>
              <th>Campaign</th>
            </tr>
          </thead>
          <tbody onKeyDown={(event) => onListKey(event, onMove)}>
            <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={onMove === undefined}>
              {rows.map((row, index) => (
                <ProductListRow
                  key={row.product.id}
                  row={row}
                  place={index}
                  campaign={row.campaignId === null ? undefined : campaigns.get(row.campaignId)}
                  movable={onMove !== undefined}
                  numbered={numbered}
                />
              ))}
            </SortableContext>
          </tbody>
        </table>
      </div>
    </DndContext>
  )
}

/** Rows have one way to go. */
const upAndDown: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]

const steps: Readonly<Record<string, -1 | 1 | undefined>> = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1 }

/** j, k and arrows go from row to row; with Alt an arrow takes the row along. A row that is being dragged has the keys to itself. */
function onListKey(event: KeyboardEvent<HTMLElement>, onMove: ProductListProps['onMove']): void {
  const step = steps[event.key]
  const row = (event.target as HTMLElement).closest('tr')
  if (step === undefined || row === null || event.ctrlKey || event.metaKey) return
  if (row.querySelector('[aria-pressed="true"]') !== null) return
  if (event.altKey) {
    if (onMove === undefined || event.key.length === 1) return
    event.preventDefault()
    onMove(row.sectionRowIndex, row.sectionRowIndex + step)
    return
  }
  if ((event.target as HTMLElement).matches('[data-handle]') && event.key.length > 1) return
  event.preventDefault()
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  next?.querySelector<HTMLElement>('a')?.focus()
}

const instructions =
  'Press Space to lift the product, the arrow keys to move it, Space again to put it down, Escape to leave it where it was. Alt with an arrow key moves it by one place at once.'

function announcementsFor(rows: readonly ProductRow[]): Announcements {
  const name = (id: string | number): string => rows.find(({ product }) => product.id === id)?.product.name ?? 'Product'
  const place = (id: string | number): string =>
    `place ${String(rows.findIndex(({ product }) => product.id === id) + 1)} of ${String(rows.length)}`
  return {
    onDragStart: ({ active }) => `${name(active.id)} lifted, ${place(active.id)}.`,
    onDragOver: ({ active, over }) => (over === null ? undefined : `${name(active.id)} over ${place(over.id)}.`),
    onDragEnd: ({ active, over }) => `${name(active.id)} put down, ${place(over?.id ?? active.id)}.`,
    onDragCancel: ({ active }) => `${name(active.id)} left at ${place(active.id)}.`,
  }
}
