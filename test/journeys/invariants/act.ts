import { minor } from '../../../shared/money'
import { paymentModes } from '../../../shared/campaigns/paymentMode'
import type { Campaign, CampaignState } from '../../../shared/campaigns/campaign'
import { campaignState } from '../../../shared/campaigns/campaignState'
import type { Order, OrderState, RefundState } from '../../../shared/orders/order'
import { amountLeft, orderState } from '../../../shared/orders/orderState'
import { refundState } from '../../../shared/orders/refundState'
import { dayLength, hour, instant, later, minute, type Instant } from '../../../shared/time'
import { aSupporter, black, tripodContent, tripodTerms } from '../anOffice'
import type { Step } from './steps'
import type { World } from './world'

type Of<Kind extends Step['kind']> = Extract<Step, { readonly kind: Kind }>

const phones = ['98450 00001', '98450 00002', '98450 00003']

/** The one of what there is that the number chooses, or undefined where there is nothing. */
const chosen = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length]

/** As `chosen`, but three times out of four among those with which there is something to do; else tries go nowhere. */
function likely<Item>(items: readonly Item[], pick: number, fits: (item: Item) => boolean): Item | undefined {
  const fitting = pick % 4 === 0 ? [] : items.filter(fits)
  return chosen(fitting.length > 0 ? fitting : items, pick)
}

function campaignAt(world: World, pick: number, ...states: readonly CampaignState[]): Campaign | undefined {
  const campaigns = world.facts.campaigns.map(({ campaign }) => campaign)
  return likely(campaigns, pick, (campaign) => states.includes(campaignState(campaign, world.clock.now())))
}

const orderAt = (world: World, pick: number, ...states: readonly OrderState[]): Order | undefined =>
  likely(world.facts.orders, pick, (order) => states.includes(orderState(order, world.clock.now())))

function movedClock(world: World, { move, pick }: Of<'clock'>): Instant {
  const now = world.clock.now()
  const [payBy, endsAt] = [
    orderAt(world, pick, 'awaiting payment')?.payBy ?? now,
    campaignAt(world, pick, 'live', 'funded')?.endsAt ?? now,
  ]
  switch (move) {
    case 'minutes':
      return later(now, pick * minute)
    case 'past the window':
      return later(now, 31 * minute)
    case 'exactly payBy':
      return payBy > now ? payBy : now
    case 'day':
      return later(now, dayLength)
    case 'exactly the end':
      return endsAt > now ? endsAt : now
    case 'past the end':
      return endsAt >= now ? later(endsAt, 1) : now
    case 'week':
      return later(now, 7 * dayLength)
    case 'back':
      return later(now, -pick * hour)
  }
}

async function launch(world: World, step: Of<'launch'>): Promise<void> {
  const product = chosen(world.facts.products, step.product)
  if (product === undefined) return
  const now = world.clock.now()
  // A price that does not divide evenly by itself shows every rounding there is.
  const price = minor(99_997)
  const terms = tripodTerms(product.id, {
    price,
    target: step.byAmount
      ? { kind: 'amount', amount: minor(step.target * price) }
      : { kind: 'units', units: step.target },
    startsAt: now,
    endsAt: later(now, step.days * dayLength),
    paymentWindowMinutes: step.windowMinutes,
    cap: step.cap,
    perSupporterLimit: step.limit,
  })
  const drafted = await world.command('campaigns.create', { terms })
  if (!drafted.ok) return
  const { id, revision } = drafted.value as { readonly id: string; readonly revision: number }
  await world.command('campaigns.launch', { id, revision })
}

async function place(world: World, step: Of<'place'>): Promise<void> {
  const campaign = campaignAt(world, step.campaign, 'live', 'funded')
  if (campaign === undefined) return
  const quote = await world.desk.ask('orders.quote', { campaignId: campaign.id, units: step.units })
  await world.command('orders.place', {
    campaignId: campaign.id,
    productId: campaign.productId,
    variantId: world.facts.products.find(({ id }) => id === campaign.productId)?.variants[0]?.id ?? black,
    units: step.units,
    total: minor((quote.ok ? quote.value.total : 0) + step.shown),
    supporter: aSupporter(phones[step.phone]),
  })
}

let references = 0

function paidAtOf(world: World, order: Order, when: Of<'pay'>['when']): Instant {
  const now = world.clock.now()
  const campaign = world.facts.campaigns.find((found) => found.campaign.id === order.campaignId)?.campaign
  const at: Record<Of<'pay'>['when'], Instant> = {
    now,
    payBy: order.payBy,
    placed: order.placedAt,
    end: campaign?.endsAt ?? now,
    future: later(now, 1),
    before: later(order.placedAt, -1),
  }
  return at[when]
}

async function pay(world: World, step: Of<'pay'>): Promise<void> {
  const order = orderAt(world, step.order, 'awaiting payment')
  if (order === undefined) return
  const amount = { left: amountLeft(order), total: order.total, wrong: minor(order.total + 1), zero: minor(0) }[
    step.amount
  ]
  const known = order.payments[0]?.reference
  await world.command('orders.recordPayment', {
    id: order.id,
    mode: paymentModes[step.mode % paymentModes.length] ?? 'UPI',
    reference: step.again && known !== undefined ? known : `ref-${String((references += 1))}`,
    amount,
    paidAt: paidAtOf(world, order, step.when),
  })
}

const refundIn: Record<Of<'refund'>['deed'], RefundState> = {
  send: 'owed',
  settle: 'sent',
  fail: 'sent',
  retry: 'failed',
  release: 'owed',
}

async function refund(world: World, step: Of<'refund'>): Promise<void> {
  const all = world.facts.orders.flatMap((order) => order.refunds.map((each) => ({ order, each })))
  const found = likely(all, step.refund, ({ each }) => refundState(each) === refundIn[step.deed])
  if (found === undefined) return
  const which = { orderId: found.order.id, refundId: found.each.id }
  switch (step.deed) {
    case 'send':
      await world.command('refunds.send', { ...which, reference: 'rfnd' })
      return
    case 'settle':
      await world.command('refunds.settle', { ...which, bankReference: 'ARN' })
      return
    case 'fail':
      await world.command('refunds.fail', { ...which, reason: 'Account closed' })
      return
    case 'retry':
      await world.command('refunds.retry', which)
      return
    case 'release':
      await world.command('refunds.release', which)
  }
}

async function approve(world: World, step: Of<'approve'>): Promise<void> {
  const campaign = campaignAt(world, step.campaign, 'ended, to be settled')
  if (campaign === undefined) return
  const preview = await world.desk.ask('settlement.preview', { id: campaign.id })
  const { outcome, newlyOwed } = preview.ok ? preview.value : { outcome: 'failed' as const, newlyOwed: 0 }
  await world.command('settlement.approve', {
    id: campaign.id,
    outcome,
    newlyOwed: newlyOwed + (step.honest ? 0 : 1),
    password: '',
  })
}

async function changeProduct(world: World, step: Of<'product'>): Promise<void> {
  const product = chosen(world.facts.products, step.product)
  if (product === undefined) return
  const { id, revision } = product
  const price = minor((product.price ?? 0) + 1)
  switch (step.deed) {
    case 'price': {
      const content = {
        ...tripodContent(world.facts.makers[0]?.id ?? null),
        name: product.name,
        variants: [...product.variants],
        highlights: [],
        specifications: [],
        price,
      }
      await world.command('products.save', { id, revision, content })
      return
    }
    case 'archive':
      await world.command('products.archive', { id })
      return
    case 'restore':
      await world.command('products.restore', { id })
      return
    case 'draft':
      await world.command('products.backToDraft', { id, revision })
      return
    case 'reorder':
      await world.command('products.reorder', {
        ids: world.facts.products
          .filter(({ archivedAt }) => archivedAt === null)
          .map((each) => each.id)
          .toReversed(),
      })
      return
    case 'duplicate':
      await world.command('products.duplicate', { id })
  }
}

/** Does what the step says, where there is something to do it with. */
export async function act(world: World, step: Step): Promise<void> {
  switch (step.kind) {
    case 'clock':
      world.clock.set(movedClock(world, step))
      return
    case 'launch':
      return launch(world, step)
    case 'place':
      return place(world, step)
    case 'pay':
      return pay(world, step)
    case 'refund':
      return refund(world, step)
    case 'approve':
      return approve(world, step)
    case 'product':
      return changeProduct(world, step)
    case 'duties':
      return world.duties()
    case 'close':
      return world.close()
    case 'crash':
      return world.crash()
    case 'repeat':
      return world.repeat()
    case 'reuse':
      return world.reuse()
    case 'undo':
      return undo(world, step)
    case 'cancel':
    case 'ship':
    case 'deliver':
      return toOrder(world, step)
    case 'offer':
    case 'callOff':
      return toCampaign(world, step)
    case 'staff':
      return changeStaff(world, step)
  }
}

async function toOrder(
  world: World,
  step: Extract<Step, { readonly kind: 'cancel' | 'ship' | 'deliver' }>,
): Promise<void> {
  const order = orderAt(world, step.order, step.kind === 'deliver' ? 'shipped' : 'paid')
  if (order === undefined) return
  if (step.kind === 'cancel')
    await world.command('orders.cancel', { id: order.id, units: step.units, reason: 'Changed their mind', note: '' })
  if (step.kind === 'ship')
    await world.command('orders.ship', { id: order.id, carrier: 'Blue Dart', trackingNumber: 'BD1' })
  if (step.kind === 'deliver') await world.command('orders.deliver', { id: order.id })
}

/** Mostly a cancellation that stands, the latest of its order; now and then one that was undone before. */
async function undo(world: World, step: Of<'undo'>): Promise<void> {
  const order = likely(world.facts.orders, step.order, ({ cancellations }) =>
    cancellations.some(({ undone }) => undone === null),
  )
  const cancellation = order?.cancellations.findLast(({ undone }) => undone === null) ?? order?.cancellations.at(-1)
  if (order === undefined || cancellation === undefined) return
  await world.command('orders.undoCancel', { id: order.id, cancellationId: cancellation.id })
}

async function toCampaign(world: World, step: Of<'offer'> | Of<'callOff'>): Promise<void> {
  const campaign = campaignAt(world, step.campaign, 'live')
  if (campaign === undefined) return
  if (step.kind === 'callOff') {
    await world.command('campaigns.callOff', { id: campaign.id, reason: 'The maker gave up' })
    return
  }
  const now = world.clock.now()
  const offer = {
    name: 'Festival',
    discount: { kind: 'percent' as const, percent: step.percent },
    startsAt: now,
    endsAt: instant(Math.max(now + hour, campaign.startsAt)),
  }
  await world.command('campaigns.addOffer', { id: campaign.id, offer })
}

async function changeStaff(world: World, step: Of<'staff'>): Promise<void> {
  const account = chosen(world.facts.accounts, step.account)
  if (account === undefined) return
  const roles = [(['merchandiser', 'support', 'manager'] as const)[step.role] ?? 'manager']
  await world.command('staff.change', { id: account.id, name: account.name, roles, active: step.active })
}
