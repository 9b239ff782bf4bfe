import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { manualClock } from '../../electron/clock'
import { createOffice } from '../../electron/office'
import type { StaffActor } from '../../shared/staff/actor'
import { dayLength, later, type Instant } from '../../shared/time'
import { afterEnd, allowed, endsAt, startsAt } from '../shared/builders'
import {
  aLaunchedCampaign,
  anOrder,
  aReadyProduct,
  cheapPasswords,
  firstDay,
  password,
  pay,
} from '../journeys/anOffice'

/** A folder to begin a life from, and when that life begins. */
export interface Base {
  readonly folder: string
  readonly manager: StaffActor
  readonly at: Instant
}

/** A shop with one campaign that runs and another that has failed with `paid` paid orders and waits to be settled. */
export async function makeBase(parent: string, paid: number): Promise<Base> {
  const folder = path.join(parent, `base-${String(paid)}`)
  await mkdir(folder)
  const clock = manualClock(firstDay)
  const office = createOffice({ folder: parent, clock, passwordCost: cheapPasswords })
  const account = { shopName: 'Crashing', signInName: 'meera', name: 'Meera Iyer', password }
  const manager = allowed(await office.startIn(folder, account))
  const desk = office.as(manager)
  const target = { kind: 'units', units: 100_000 } as const
  const ended = await aReadyProduct(desk)
  const endedId = await aLaunchedCampaign(desk, ended, { target })
  clock.set(startsAt)
  for (let count = 0; count < paid; count += 1) {
    await pay(desk, clock, await anOrder(desk, endedId, ended, { units: 1 + (count % 3) }))
  }
  const running = await aReadyProduct(desk, { name: 'Mi Bluetooth Audio Receiver' })
  const until = later(endsAt, 20 * dayLength)
  await aLaunchedCampaign(desk, running, { target, startsAt: afterEnd, endsAt: until })
  clock.set(afterEnd)
  await office.doDuties()
  await office.close()
  return { folder, manager, at: afterEnd }
}
