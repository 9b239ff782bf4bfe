import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { targetNumber } from '../../shared/campaigns/progress'
import { add, formatMoney, minor, nothing, type Minor } from '../../shared/money'
import { assert } from '../../shared/result'
import { checkCampaign, moneyOf } from '../books/checkCampaign'
import { checkOrder } from '../books/checkOrder'
import type { Must } from '../books/finding'
import { ordersOf } from '../books/ordersOf'
import { readRecordedCampaign, type RecordedCampaign } from './recordedCampaign'
import { replayCampaign, type Stage } from './replayCampaign'

/** What a replay came to. Amounts in centavos; `disagreed` holds ids of the file. */
export interface ReplayReport {
  readonly campaigns: number
  readonly orders: number
  readonly lateOrders: number
  readonly agreed: number
  readonly disagreed: readonly number[]
  readonly capturedMinor: Minor
  readonly keptMinor: Minor
  readonly owedMinor: Minor
  readonly refundedMinor: Minor
  readonly conserved: boolean
  readonly invariantViolations: number
}

export interface ReplayListener {
  /** After each campaign: how many are done, and orders so far. */
  progress(campaigns: number, orders: number): void
  /** A sentence about a campaign that came out differently, or about an invariant that does not hold. */
  remark(sentence: string): void
}

/** Recorded campaigns of a file, one a line; at most `limit`, or all where it is null. Throws where a line is no campaign. */
export async function* recordedCampaigns(file: string, limit: number | null): AsyncGenerator<RecordedCampaign> {
  let lineNumber = 0
  let given = 0
  const input = createReadStream(file, 'utf8')
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      lineNumber += 1
      if (line.trim() === '') continue
      if (given === limit) return
      given += 1
      yield readRecordedCampaign(line, lineNumber)
    }
  } finally {
    input.destroy()
  }
}

/** Replays one campaign after another in the open shop, and checks the books of each. */
export async function replayAll(
  stage: Stage,
  campaigns: AsyncIterable<RecordedCampaign>,
  listener: ReplayListener,
): Promise<ReplayReport> {
  let done = 0
  let orders = 0
  let lateOrders = 0
  let invariantViolations = 0
  let [captured, kept, owed, refunded] = [nothing, nothing, nothing, nothing]
  const disagreed: number[] = []
  for await (const recorded of campaigns) {
    const replayed = await replayCampaign(stage, recorded)
    const { shop } = stage.office
    assert(shop !== null, 'the shop stays open')
    const found = await shop.store.read.campaigns.one(replayed.campaignId)
    const breakdown = await shop.store.read.campaigns.breakdown(replayed.campaignId)
    assert(found !== null && breakdown !== null, 'a replayed campaign is in the shop')
    const { settlement } = found.campaign
    assert(settlement !== null && settlement.statement !== null, 'a replayed campaign is settled')
    const made = await ordersOf(shop.store.read, replayed.campaignId, stage.clock.now())
    const violated: Must = (_invariant, holds, what) => {
      if (holds) return
      invariantViolations += 1
      listener.remark(`Campaign ${recorded.id}: ${what()}`)
    }
    for (const order of made) checkOrder(violated, order)
    checkCampaign(violated, { ...found, breakdown }, made, stage.clock.now())
    const outcome = settlement.outcome === 'succeeded' ? 'successful' : 'failed'
    if (outcome !== recorded.state) {
      disagreed.push(recorded.id)
      const target = minor(targetNumber(found.campaign.target))
      listener.remark(explain(recorded, outcome, found.tally.net.amount, found.tally.late.amount, target))
    }
    done += 1
    orders += replayed.orders
    lateOrders += replayed.lateOrders
    const money = moneyOf(made)
    captured = add(captured, minor(money.captured))
    kept = add(kept, minor(money.kept))
    owed = add(owed, minor(money.owed))
    refunded = add(refunded, minor(money.refunded))
    listener.progress(done, orders)
  }
  return {
    campaigns: done,
    orders,
    lateOrders,
    agreed: done - disagreed.length,
    disagreed,
    capturedMinor: captured,
    keptMinor: kept,
    owedMinor: owed,
    refundedMinor: refunded,
    conserved: captured === add(kept, owed, refunded),
    invariantViolations,
  }
}

/** Why the outcome differs from the recorded one. */
function explain(
  { id, title, state }: RecordedCampaign,
  outcome: 'successful' | 'failed',
  inTime: Minor,
  late: Minor,
  target: Minor,
): string {
  const money = (amount: Minor): string => formatMoney(amount, 'BRL', 'always')
  const head = `Campaign ${id} (${title}): recorded as ${state}, here ${outcome}.`
  const facts = `${money(inTime)} came within the timeline, the target was ${money(target)}`
  if (outcome === 'successful') return `${head} ${facts}.`
  return inTime + late >= target
    ? `${head} ${facts}; the rest of it, ${money(late)} in all, cleared after the deadline's date.`
    : `${head} ${facts}; with ${money(late)} of late money it is still short: it was called successful below its goal.`
}
