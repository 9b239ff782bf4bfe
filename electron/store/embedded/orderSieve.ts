import type { Campaign } from '../../../shared/campaigns/campaign'
import type { CampaignId } from '../../../shared/ids'
import { orderStates } from '../../../shared/orders/order'
import { overdueIfPlacedBy } from '../../../shared/orders/overdueToShip'
import type { OrderFilter } from '../../../shared/orders/requests'
import type { Instant } from '../../../shared/time'
import { asksDetails, detailsOf } from './detailSieve'
import type { Memory } from './memory'
import { needleOf, type Needle } from './needle'
import type { OrderShard } from './orderShard'
import { rowsInBlock } from './searchLines'
import { needlesOf } from './searchText'

/** Whether a filter leaves out any order of its campaigns. */
export const isFiltered = (filter: OrderFilter): boolean =>
  filter.states.length > 0 ||
  filter.mode !== null ||
  filter.placedFrom !== null ||
  filter.placedTo !== null ||
  filter.toShip ||
  filter.overdue ||
  filter.text.trim() !== '' ||
  asksDetails(filter)

type Fits = (row: number) => boolean

/** Lets the orders through that fit all of a filter. */
export class OrderSieve {
  readonly #memory: Memory
  readonly #filter: OrderFilter
  readonly #at: Instant
  readonly #typed: readonly string[] | null
  readonly #marks = new Uint8Array(rowsInBlock)
  readonly #fits = new Map<OrderShard, Fits | null>()
  #needles: readonly Needle[] | null = null

  constructor(memory: Memory, filter: OrderFilter, at: Instant) {
    this.#memory = memory
    this.#filter = filter
    this.#at = at
    this.#typed = needlesOf(filter.text)
  }

  /** Tells which rows of a block of the campaign's orders fit. */
  each(id: CampaignId, shard: OrderShard, block: number, tell: (row: number) => void): void {
    const fits = this.#fitsOf(id, shard)
    if (!fits) return
    const marks = this.#typed ? this.#marks.fill(0) : null
    if (this.#typed && marks) {
      this.#needles ??= this.#typed.map((text) => needleOf(text, shard.lines.sample))
      if (!shard.lines.mark(block, this.#needles, marks)) return
    }
    const from = block * rowsInBlock
    const to = Math.min(from + rowsInBlock, shard.rows)
    for (let row = from; row < to; row += 1) if (marks?.[row - from] !== 0 && fits(row)) tell(row)
  }

  #fitsOf(id: CampaignId, shard: OrderShard): Fits | null {
    let fits = this.#fits.get(shard)
    if (fits === undefined) {
      const campaign = this.#memory.campaigns.get(id)?.campaign
      fits = campaign ? fitsOf(shard, campaign, this.#filter, this.#at) : null
      this.#fits.set(shard, fits)
    }
    return fits
  }
}

/** Whether a row fits what is asked of the order besides its texts, what is cheap to tell first; null where none does. */
function fitsOf(shard: OrderShard, campaign: Campaign, filter: OrderFilter, at: Instant): Fits | null {
  const { states, mode, placedFrom, placedTo, toShip, overdue } = filter
  if (toShip && campaign.fundedAt === null) return null
  const overdueIfBy = overdueIfPlacedBy(campaign, at) ?? -Infinity
  const wanted = orderStates.map((state) => states.length === 0 || states.includes(state))
  const { placedAt, payBy, standing } = shard.columns
  const [awaiting, lapsed, paid] = (['awaiting payment', 'lapsed', 'paid'] as const).map((state) =>
    orderStates.indexOf(state),
  )
  const details = detailsOf(shard, campaign, filter)
  return (row) => {
    if (placedFrom !== null && placedAt.get(row) < placedFrom) return false
    if (placedTo !== null && placedAt.get(row) > placedTo) return false
    const state = standing.get(row)
    if ((toShip || overdue) && state !== paid) return false
    if (overdue && placedAt.get(row) > overdueIfBy) return false
    // Only what awaits payment by its facts can have another state at another instant.
    if (!wanted[state === awaiting && at > payBy.get(row) ? (lapsed ?? state) : state]) return false
    if (mode !== null && !shard.hasMode(row, mode)) return false
    for (const fits of details) if (!fits(row)) return false
    return true
  }
}
