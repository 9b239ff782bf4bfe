import { randomUUID } from 'node:crypto'
import { marketFacts } from '../../shared/campaigns/market'
import type { CampaignId, ProductId, VariantId } from '../../shared/ids'
import { minor } from '../../shared/money'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/requests'
import { assert } from '../../shared/result'
import { instant, later, minute, type Instant } from '../../shared/time'
import type { ManualClock } from '../clock'
import type { Asker, Office } from '../office'
import type { StaffActor } from '../../shared/staff/actor'
import { pixelPng, pixelWebp } from './pixel'
import { planReplay, type Contribution } from './plan'
import type { RecordedCampaign } from './recordedCampaign'

/** Who replays, and the clock that is moved through the past. */
export interface Stage {
  readonly office: Office
  readonly actor: StaffActor
  readonly clock: ManualClock
}

/** What a replayed campaign came to be in the shop. */
export interface Replayed {
  readonly campaignId: CampaignId
  readonly orders: number
  readonly lateOrders: number
}

type Did = <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutput<Name>>

/** Asks and takes only yes for an answer: a refusal here means that the replay itself is wrong. */
const insisting =
  (asker: Asker): Did =>
  async (name, input) => {
    const reply = await asker.ask(name, input)
    assert(reply.ok, `${name} is done, but: ${reply.ok ? '' : reply.refusal.message}`)
    return reply.value
  }

const commandId = (): string => randomUUID()

/** Titles are what strangers typed; the shop takes a line of at most 120 characters. */
const nameOf = ({ id, title }: RecordedCampaign): string =>
  title
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 110)
    .toWellFormed() || `Campaign ${id}`

/**
 * Lets a recorded campaign happen in the open shop, through the same handlers as the window: a product, its campaign, each
 * contribution an order that is placed and paid, the settlement after the deadline, and then the late money.
 */
export async function replayCampaign(stage: Stage, recorded: RecordedCampaign): Promise<Replayed> {
  const plan = planReplay(recorded)
  const did = insisting(stage.office.as(stage.actor))
  stage.clock.set(plan.startsAt)
  const product = await curate(did, recorded)
  const campaignId = await launch(did, product.id, plan.target, plan.startsAt, plan.endsAt)

  let supporters = 0
  const place = async ({ amount }: Contribution): Promise<string> => {
    supporters += 1
    const ordered = await did('orders.place', {
      commandId: commandId(),
      campaignId,
      productId: product.id,
      variantId: product.variantId,
      units: amount,
      total: amount,
      supporter: supporter(supporters),
    })
    return ordered.id
  }
  const pay = async (orderId: string, { amount, paidAt }: Contribution): Promise<void> => {
    const payment = { mode: 'net banking', reference: `slip-${orderId}`, amount, paidAt } as const
    await did('orders.recordPayment', { commandId: commandId(), id: orderId, ...payment })
  }

  const inTime = plan.contributions.filter(({ late }) => !late)
  for (const sameMoment of moments(inTime)) {
    stage.clock.set(sameMoment[0]?.paidAt ?? plan.endsAt)
    const ids = await Promise.all(sameMoment.map(place))
    await Promise.all(ids.map((orderId, index) => pay(orderId, contributionAt(sameMoment, index))))
  }
  const late = plan.contributions.filter((contribution) => contribution.late)
  stage.clock.set(plan.endsAt)
  const lateIds = await Promise.all(late.map(place))

  await settle(stage, did, campaignId, later(plan.endsAt, minute))
  for (const [index, orderId] of lateIds.entries()) {
    const contribution = contributionAt(late, index)
    stage.clock.set(contribution.paidAt)
    await pay(orderId, contribution)
  }
  return { campaignId, orders: plan.contributions.length, lateOrders: late.length }
}

function contributionAt(contributions: readonly Contribution[], index: number): Contribution {
  const contribution = contributions[index]
  assert(contribution !== undefined, 'each order has its contribution')
  return contribution
}

/** Contributions of one recorded day happen at the same moment, so they may wait for their commits together. */
function moments(contributions: readonly Contribution[]): readonly (readonly Contribution[])[] {
  const byMoment = new Map<Instant, Contribution[]>()
  for (const contribution of contributions) {
    const same = byMoment.get(contribution.paidAt)
    if (same) same.push(contribution)
    else byMoment.set(contribution.paidAt, [contribution])
  }
  return [...byMoment.values()]
}

async function curate(
  did: Did,
  recorded: RecordedCampaign,
): Promise<{ readonly id: ProductId; readonly variantId: VariantId }> {
  const name = nameOf(recorded)
  const variantId = randomUUID()
  const made = await did('products.create', { commandId: commandId(), name, currency: 'BRL' })
  const maker = await did('makers.create', { commandId: commandId(), name: `${name} (${recorded.id})`, about: '' })
  await did('products.save', {
    commandId: commandId(),
    id: made.id,
    revision: made.revision,
    content: {
      name,
      category: recorded.category,
      tagline: recorded.category,
      description: `A campaign that was recorded as number ${recorded.id}.`,
      highlights: [recorded.category],
      specifications: [{ name: 'Recorded goal', value: `R$ ${recorded.goal}` }],
      variants: [{ id: variantId, name: 'Support' }],
      price: minor(1),
      currency: 'BRL',
      makerId: maker.id,
      pageAddress: `https://example.com/${recorded.id}`,
      shippingDays: 10,
    },
  })
  const picture = { bytes: pixelPng, thumbnail: pixelWebp, description: 'A placeholder of one pixel' }
  const pictured = await did('products.addPicture', { commandId: commandId(), id: made.id, ...picture })
  await did('products.markReady', { commandId: commandId(), id: made.id, revision: pictured.revision })
  return { id: made.id, variantId: variantId as VariantId }
}

/** A unit costs one centavo, so that any amount can be ordered. */
async function launch(
  did: Did,
  productId: ProductId,
  target: number,
  startsAt: Instant,
  endsAt: Instant,
): Promise<CampaignId> {
  const draft = await did('campaigns.create', {
    commandId: commandId(),
    terms: {
      productId,
      market: 'BR',
      target: { kind: 'amount', amount: target },
      price: 1,
      startsAt,
      endsAt,
      zone: marketFacts.BR.zone,
      paymentWindowMinutes: 30,
      cap: null,
      perSupporterLimit: null,
      shippingPromise: { days: 10, base: 'order' },
    },
  })
  await did('campaigns.launch', { commandId: commandId(), id: draft.id, revision: draft.revision })
  return draft.id
}

async function settle({ office, clock }: Stage, did: Did, campaignId: CampaignId, at: Instant): Promise<void> {
  clock.set(instant(at))
  await office.doDuties()
  const { outcome, newlyOwed } = await did('settlement.preview', { id: campaignId })
  await did('settlement.approve', { commandId: commandId(), id: campaignId, outcome, newlyOwed, password: '' })
  await office.doDuties()
}

/** Recorded contributions name nobody, so each comes from an invented supporter. */
function supporter(count: number): RequestInput<'orders.place'>['supporter'] {
  return {
    name: `Supporter ${count}`,
    phone: `+55119${String(count).padStart(8, '0')}`,
    email: '',
    address: { line1: 'Rua Um, 1', line2: '', city: 'São Paulo', region: 'SP', postalCode: '01310-100' },
  }
}
