import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { manualClock } from '../../../electron/clock'
import { createOffice } from '../../../electron/office'
import { recordedCampaigns, replayAll, type ReplayReport } from '../../../electron/replay/replayFile'
import { id, type StaffId } from '../../../shared/ids'
import { instant } from '../../../shared/time'
import { inMemory } from '../../memory'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(inMemory, 'replay-test-'))
  folders.push(folder)
  return folder
}

/** Replays the file in a shop of its own; answers what was reported and what was remarked on the way. */
async function replayed(file: string, limit: number | null): Promise<ReplayReport & { readonly remarks: string[] }> {
  const clock = manualClock(instant(Date.UTC(2011, 0, 1)))
  const office = createOffice({ folder: await aFolder(), clock })
  const remarks: string[] = []
  try {
    const account = { shopName: 'Replay', signInName: 'replay', name: 'Replay', password: 'a password nobody needs' }
    expect((await office.ask('shop.start', account)).ok).toBe(true)
    const roles = ['merchandiser', 'support', 'manager'] as const
    const actor = { kind: 'staff', staffId: id<StaffId>('replay-staff'), name: 'Replay', roles } as const
    const report = await replayAll({ office, actor, clock }, recordedCampaigns(file, limit), {
      progress: () => undefined,
      remark: (sentence) => remarks.push(sentence),
    })
    return { ...report, remarks }
  } finally {
    await office.close()
  }
}

const recorded = (number: number, state: string, days: readonly (readonly [string, number, number])[]): string =>
  JSON.stringify({
    id: number,
    title: `Casa ${String(number)}`,
    category: 'Música',
    goal: 100,
    launchedAt: '2015-03-01T15:00:00Z',
    deadline: '2015-03-11T02:59:59Z',
    state,
    days,
  })

test('campaigns end as their money came, late money is owed back, and every centavo is accounted for', async () => {
  const file = path.join(await aFolder(), 'campaigns.ndjson')
  await writeFile(
    file,
    [
      recorded(1, 'successful', [['2015-03-02', 3, 100]]),
      recorded(2, 'failed', [['2015-02-27', 2, 30.01]]),
      recorded(3, 'successful', [
        ['2015-03-10', 1, 60],
        ['2015-03-12', 2, 40],
      ]),
      recorded(4, 'successful', [['2015-03-10', 1, 99.5]]),
      recorded(5, 'failed', []),
      '',
    ].join('\n'),
  )
  const { remarks, ...report } = await replayed(file, null)
  expect(report).toEqual({
    campaigns: 5,
    orders: 9,
    lateOrders: 2,
    agreed: 3,
    disagreed: [3, 4],
    capturedMinor: 32_951,
    keptMinor: 10_000,
    owedMinor: 22_951,
    refundedMinor: 0,
    conserved: true,
    invariantViolations: 0,
  })
  expect(remarks).toEqual([
    expect.stringMatching(
      /^Campaign 3 .*recorded as successful, here failed.*40,00 in all, cleared after the deadline/u,
    ),
    expect.stringMatching(/^Campaign 4 .*recorded as successful, here failed.*called successful below its goal\.$/u),
  ])
})

test('a line that is no campaign ends the replay with its number', async () => {
  const file = path.join(await aFolder(), 'campaigns.ndjson')
  await writeFile(file, `${recorded(1, 'failed', [])}\n{"id":2}\n`)
  await expect(replayed(file, null)).rejects.toThrow(/^Line 2: title/u)
})

const given = path.resolve(import.meta.dirname, '../../../../shared/data/real-campaigns.ndjson')

test.skipIf(!existsSync(given))(
  `real campaigns come out as recorded, where they are given (${path.basename(given)})`,
  async () => {
    const report = await replayed(given, 8)
    expect(report).toMatchObject({ campaigns: 8, conserved: true, invariantViolations: 0, remarks: [] })
    expect(report.agreed).toBe(8)
    expect(report.orders).toBeGreaterThan(100)
  },
  60_000,
)
