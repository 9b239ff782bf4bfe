import type { Campaign } from '../../shared/campaigns/campaign'
import type { CampaignId } from '../../shared/ids'
import type { Order } from '../../shared/orders/order'
import { beyondCap, beyondLimit, unitsTaken } from '../../shared/orders/room'
import type { Refusal } from '../../shared/result'
import { takesRoom } from '../../shared/sheets/planImport'
import type { Instant } from '../../shared/time'
import type { CampaignWithTally, Reads } from '../store/store'

/** What caps and limits leave while a file's rows are gone through one by one. */
export class Room {
  readonly #read: Reads
  readonly #at: Instant
  readonly #taken = new Map<CampaignId, number>()
  readonly #held = new Map<string, number>()

  constructor(read: Reads, at: Instant) {
    this.#read = read
    this.#at = at
  }

  /** Takes the order's units; why there is no room for them, or null. */
  async take(order: Order, { campaign, tally }: CampaignWithTally): Promise<Refusal | null> {
    if (!takesRoom(order, this.#at)) return null
    const { units, supporter } = order
    const taken = this.#taken.get(campaign.id) ?? unitsTaken(tally)
    const key = `${campaign.id} ${supporter.phone}`
    const held = this.#held.get(key) ?? (await this.#heldBefore(campaign, supporter.phone))
    const refused = beyondLimit(campaign, held, units) ?? beyondCap(campaign, taken, units)
    if (refused !== null) return refused.refusal
    this.#taken.set(campaign.id, taken + units)
    this.#held.set(key, held + units)
    return null
  }

  /** Not asked where it makes no difference. */
  async #heldBefore(campaign: Campaign, phone: string): Promise<number> {
    return campaign.perSupporterLimit === null ? 0 : this.#read.orders.unitsHeld(campaign.id, phone, this.#at)
  }
}
