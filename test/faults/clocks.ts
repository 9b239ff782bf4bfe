import { everyOrder } from '../../shared/orders/requests'
import { dayLength, hour, instant, minute, type Instant } from '../../shared/time'
import { afterEnd, endsAt } from '../shared/builders'
import { anOrder, pay } from '../journeys/anOffice'
import { aFailingShop, approve, booksOf, run, type Running, type Shop } from './officeOn'
import { must, Tries, type Proof } from './proof'

const second = 1000
const year = 365 * dayLength

const jumps = [second, minute, hour, dayLength, 30 * dayLength, year, 10 * year, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1]

const zones = ['UTC', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia']

/** Where in a campaign's life the clock jumps. */
const scenes: readonly (readonly [string, Instant])[] = [
  ['long before the end', instant(endsAt - dayLength)],
  ['a moment before the end', instant(endsAt - 500)],
  ['exactly at the end', endsAt],
  ['just after the end', afterEnd],
]

async function settlements({ desk }: Running, { campaignId }: Shop): Promise<number> {
  const filter = { byId: null, byProgram: false, action: 'settlement.approve', from: null, to: null, text: '' }
  const subject = { productId: null, campaignId, orderId: null }
  const page = await desk.ask('audit.page', { ...filter, ...subject, offset: 0, limit: 10 })
  return page.ok ? page.value.total : -1
}

/** An order at that instant, where the campaign takes one: paid orders and unpaid ones are among them afterwards. */
async function tryToOrder(running: Running, shop: Shop): Promise<void> {
  const quote = await running.desk.ask('orders.quote', { campaignId: shop.campaignId, units: 1 })
  const found = await running.desk.ask('campaigns.one', { id: shop.campaignId })
  const live = found.ok && found.value?.state === 'live'
  if (quote.ok && live)
    await pay(running.desk, running.clock, await anOrder(running.desk, shop.campaignId, shop.productId))
}

async function mustStandInSequence({ office, clock }: Running): Promise<void> {
  const read = office.shop?.store.read
  const rows = (await read?.orders.page({ ...everyOrder, limit: 500 }, clock.now())) ?? []
  must(
    rows.every(({ sequence }, index) => sequence === index + 1),
    'orders do not stand in their sequence',
  )
}

/** Asks for the settlement at that instant: it is decided after the end and only then, and never again. */
async function mustSettleRightly(running: Running, shop: Shop, decided: boolean, commandId: string): Promise<boolean> {
  await running.office.doDuties()
  const may = !decided && running.clock.now() > endsAt
  const refusal = await approve(running, shop.campaignId, commandId)
  const accepted = refusal === null
  must(
    accepted === may,
    `at ${new Date(running.clock.now()).toISOString()} it was ${accepted ? 'settled' : `refused: ${refusal}`}`,
  )
  await running.office.doDuties()
  must((await settlements(running, shop)) === Number(decided || accepted), 'it was settled another number of times')
  return decided || accepted
}

async function jump(running: Running, shop: Shop, by: number): Promise<void> {
  const { clock, office } = running
  const from = clock.now()
  let decided = false
  for (const [name, at] of [
    ['before', from],
    ['jumped', instant(from + by)],
    ['back', instant(from + 1)],
    ['after the end', instant(afterEnd + minute)],
    ['jumped again', instant(afterEnd + minute + by)],
    ['at last', instant(afterEnd + hour)],
  ] as const) {
    clock.set(at)
    if (!decided) await tryToOrder(running, shop)
    decided = await mustSettleRightly(running, shop, decided, `approve-${name.replaceAll(' ', '-')}`)
    await mustStandInSequence(running)
  }
  must(decided, 'it was never settled')
  const { findings } = await booksOf(running)
  must(findings.length === 0, findings[0]?.what ?? '')
  must(running.bugs.length === 0, `a bug: ${String(running.bugs[0])}`)
  await office.close()
}

/** 11: clocks that jump, a program closed at the deadline, other zones. */
export const clockJumps: Proof = {
  fault: 11,
  name: 'clock jumps of 1 s … 10 years and 2^31 ms, both ways, around the deadline, in four zones',
  async run(subject, { full }) {
    const tries = new Tries()
    const zone = process.env['TZ']
    const shop = await aFailingShop(subject, 3, 2)
    try {
      for (const place of full ? zones : zones.slice(0, 1)) {
        process.env['TZ'] = place
        for (const [scene, at] of scenes) {
          for (const by of full ? jumps : [hour, 2 ** 31]) {
            for (const signed of [by, -by]) {
              await tries.point(`${String(signed)} ms ${scene} in ${place}`, async () => {
                // Closed at the deadline and opened now, which is what a program that slept has to get over as well.
                const running = await run(subject, { ...shop, disk: shop.disk.afterKill() }, at)
                await jump(running, shop, signed)
              })
            }
          }
        }
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    return tries
  },
}
