// npm run replay -- FILE [--limit N] [--json]: lets real campaigns happen again through the program's own handlers and store.
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { StaffActor } from '../../shared/staff/actor'
import { id, type StaffId } from '../../shared/ids'
import { assert } from '../../shared/result'
import { instant } from '../../shared/time'
import { manualClock } from '../clock'
import { createOffice } from '../office'
import { recordedCampaigns, replayAll } from '../replay/replayFile'

const usage = `npm run replay -- FILE [--limit N] [--json]

FILE holds past campaigns, one JSON object a line. Each becomes a product and a campaign in a data folder of its own, its
contributions become orders, and it is settled after its deadline.`

const replayer: StaffActor = {
  kind: 'staff',
  staffId: id<StaffId>('replay-staff'),
  name: 'Replay',
  roles: ['merchandiser', 'support', 'manager'],
}

/** Reads the arguments; answers null after saying what is wrong with them. */
function readArguments(): { readonly file: string; readonly limit: number | null; readonly json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { limit: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [file, ...others] = positionals
    const limit = values.limit === undefined ? null : Number(values.limit)
    if (file !== undefined && others.length === 0 && (limit === null || (Number.isInteger(limit) && limit > 0)))
      return { file, limit, json: values.json }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  await access(asked.file)
  const folder = await mkdtemp(path.join(tmpdir(), 'replay-'))
  const started = performance.now()
  const clock = manualClock(instant(Date.UTC(2011, 0, 1)))
  const office = createOffice({ folder, clock })
  try {
    const founded = await office.ask('shop.start', {
      shopName: 'Replay',
      signInName: 'replay',
      name: 'Replay',
      password: 'a password nobody needs',
    })
    assert(founded.ok, 'a new folder takes a new shop')
    const report = await replayAll({ office, actor: replayer, clock }, recordedCampaigns(asked.file, asked.limit), {
      progress: (campaigns, orders) => {
        if (campaigns % 100 === 0) console.error(`${campaigns} campaigns, ${orders} orders …`)
      },
      remark: (sentence) => console.log(sentence),
    })
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const { agreed, campaigns, orders, lateOrders, conserved, invariantViolations } = report
    console.log(
      `${campaigns} campaigns, ${orders} orders (${lateOrders} late): ${agreed} came out as recorded, ${campaigns - agreed} did not. ` +
        `Money ${conserved ? 'is conserved' : 'is NOT conserved'}, ${invariantViolations} invariants violated. ` +
        `${seconds} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most.`,
    )
    if (asked.json) console.log(JSON.stringify({ ...report, seconds }))
    return conserved && invariantViolations === 0 ? 0 : 1
  } finally {
    await office.close()
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
