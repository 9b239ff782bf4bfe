import { dayLength, type Instant } from '../../shared/time'
import { manualClock } from '../clock'
import { createOffice } from '../office'
import { openEmbeddedStore } from '../store/embedded/openEmbeddedStore'
import { newAgenda } from './agenda'
import { calendarAround } from './calendar'
import { chanceFrom } from './chance'
import { homeProducts } from './homeProducts'
import { hastyFiles } from './hastyFiles'
import { hire } from './hiring'
import { tellMug, tellNeckFan, tellPowerBank, tellSpeaker } from './pastStories'
import { inventPeople } from './people'
import { tellBicycleLight, tellSoilSensor } from './plannedStories'
import { planRefunds } from './refunding'
import { tellLamp, tellReceiver, tellTanpura, tellTripod } from './runningStories'
import type { Stage } from './stage'
import { planSupport, planUndone } from './supporting'

/** The days of the first season in India; any fixed number would do. */
const seed = 20_180_405

/** Passwords that everyone may read need not be costly to guess. */
const passwordCost = { n: 2 ** 14, r: 8, p: 1 }

/** Never within the making of the shop: all of it is written at the end. */
const noSnapshots = { quietMilliseconds: 7 * dayLength, quietBytes: Infinity, busyBytes: Infinity }

const openedDaysAgo = 75

/**
 * Makes the sample shop in an empty folder: ten weeks of its life, told through the program's own requests under a clock that is
 * moved along, up to `at`. The same for the same `at`, except for the secrets in it.
 */
export async function makeSampleShop(folder: string, at: Instant): Promise<void> {
  const chance = chanceFrom(seed)
  const calendar = calendarAround(at)
  const clock = manualClock(calendar.time(-openedDaysAgo, '10:00'))
  const disk = hastyFiles()
  const bugs: Error[] = []
  const office = createOffice({
    folder,
    clock,
    passwordCost,
    newId: () => chance.uuid(),
    openStore: (place) => openEmbeddedStore(place, { files: disk.files, snapshots: noSnapshots }),
    reportBug: (event, error) => bugs.push(new Error(event, { cause: error })),
  })
  try {
    const staff = await hire(office, folder, () => chance.uuid())
    const stage: Stage = { office, agenda: newAgenda(), calendar, chance, ...staff }
    tellEverything(stage)
    await stage.agenda.run(at, (instant) => clock.set(instant))
    clock.set(at)
    await office.doDuties()
    if (bugs.length > 0) throw new AggregateError(bugs, 'The sample shop could not be made.')
  } finally {
    disk.wait()
    await office.close()
  }
}

function tellEverything(stage: Stage): void {
  const people = inventPeople(400, stage.chance)
  const cast = (count: number) => ({ people, seed: seed + count })
  tellPowerBank(stage, cast(1))
  tellNeckFan(stage, cast(2))
  tellMug(stage, cast(3))
  tellReceiver(stage, cast(4))
  tellSpeaker(stage, cast(5))
  tellTanpura(stage, cast(6))
  tellTripod(stage, cast(7))
  tellLamp(stage, cast(8))
  tellSoilSensor(stage)
  tellBicycleLight(stage)
  planRefunds(stage, -openedDaysAgo, homeProducts.neckFan.name)
  planSupport(stage)
  planUndone(stage)
  planCuratedOrder(stage)
}

/** The list begins with what matters now; Asha has put it so yesterday evening. */
function planCuratedOrder({ agenda, calendar, asha }: Stage): void {
  const first = [
    'Mi Selfie Stick Tripod',
    'Mi Bluetooth Audio Receiver',
    'Lumo Clip Reading Lamp',
    'Tarang Pocket Tanpura',
  ]
  agenda.plan(calendar.time(-1, '19:00'), async () => {
    const rows = await asha.asks('products.list', { text: '', archived: false })
    const placeOf = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length)
    const ids = rows
      .map(({ product }) => product)
      .toSorted((left, right) => placeOf(left.name) - placeOf(right.name))
      .map(({ id }) => id)
    await asha.does('products.reorder', { ids })
  })
}
