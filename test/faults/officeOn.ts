import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { manualClock, type ManualClock } from '../../electron/clock'
import { createOffice, type Asker, type Office } from '../../electron/office'
import type { Books } from '../../electron/books/checkBooks'
import { checkBooks, latestFact } from '../../electron/books/checkBooks'
import type { CampaignId, ProductId } from '../../shared/ids'
import type { StaffActor } from '../../shared/staff/actor'
import { instant, type Instant } from '../../shared/time'
import { afterEnd, allowed, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOrder,
  aReadyProduct,
  cheapPasswords,
  firstDay,
  password,
  pay,
} from '../journeys/anOffice'
import { MemoryDisk } from './memoryDisk'
import type { Subject } from './proof'

/** A program on a disk in memory. */
export interface Running {
  readonly office: Office
  readonly desk: Asker
  readonly clock: ManualClock
  readonly bugs: readonly unknown[]
}

/** A shop that failed to reach its target, on its disk, and the program that made it no longer running. */
export interface Shop {
  readonly disk: MemoryDisk
  readonly manager: StaffActor
  readonly productId: ProductId
  readonly campaignId: CampaignId
}

/** Only pictures are files there; all data are on the disk in memory. */
let pictures: string | null = null

function folder(): string {
  pictures ??= mkdtempSync(path.join(tmpdir(), 'faults-'))
  return pictures
}

/** When all is done. */
export function clearPictures(): void {
  if (pictures !== null) rmSync(pictures, { recursive: true, force: true })
  pictures = null
}

function officeOver(subject: Subject, disk: MemoryDisk, clock: ManualClock, bugs: unknown[]): Office {
  // Small, so that documents are written amid the run of a settlement.
  const snapshots = { quietMilliseconds: 60_000, quietBytes: 1e9, busyBytes: 200_000 }
  return createOffice({
    folder: folder(),
    clock,
    passwordCost: cheapPasswords,
    openStore: () => subject.open(disk, { snapshots }),
    reportBug: (_event, error) => bugs.push(error),
  })
}

/** Starts the program on that disk at that instant. Duties that are due are done when it is open. */
export async function run(subject: Subject, { disk, manager }: Shop, at: Instant): Promise<Running> {
  const clock = manualClock(at)
  const bugs: unknown[] = []
  const office = officeOver(subject, disk, clock, bugs)
  await office.openIn(folder())
  return { office, desk: office.as(manager), clock, bugs }
}

/** A campaign with `paid` paid orders and `unpaid` others, at the instant before its end. */
export async function aFailingShop(subject: Subject, paid: number, unpaid: number): Promise<Shop> {
  const disk = new MemoryDisk()
  const clock = manualClock(firstDay)
  const office = officeOver(subject, disk, clock, [])
  const account = { shopName: 'Failing', signInName: 'meera', name: 'Meera Iyer', password }
  const manager = allowed(await office.startIn(folder(), account))
  const desk = office.as(manager)
  const productId = await aReadyProduct(desk)
  const target = { kind: 'units', units: 100_000 } as const
  const campaignId = await aLaunchedCampaign(desk, productId, { target })
  clock.set(startsAt)
  for (let count = 0; count < paid; count += 1) {
    await pay(desk, clock, await anOrder(desk, campaignId, productId, { units: 1 + (count % 2) }))
  }
  clock.set(instant(afterEnd - 60_000))
  for (let count = 0; count < unpaid; count += 1) await anOrder(desk, campaignId, productId)
  await office.close()
  return { disk: disk.afterKill(), manager, productId, campaignId }
}

export async function booksOf({ office, clock }: Running): Promise<Books> {
  const read = office.shop?.store.read
  if (!read) throw new Error('the shop is open')
  return checkBooks(read, instant(Math.max(clock.now(), await latestFact(read))))
}

/** Approves the settlement as whoever looked at its preview; answers the refusal, or null where it was accepted. */
export async function approve({ desk }: Running, campaignId: CampaignId, commandId: string): Promise<string | null> {
  const preview = await desk.ask('settlement.preview', { id: campaignId })
  if (!preview.ok) return preview.refusal.message
  const { outcome, newlyOwed } = preview.value
  const approved = await desk.ask('settlement.approve', { commandId, id: campaignId, outcome, newlyOwed, password })
  return approved.ok ? null : approved.refusal.message
}
