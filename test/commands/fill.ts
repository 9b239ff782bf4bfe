// npm run fill -- DIR [--orders N] [--live SHARE] [--campaigns N]: a data folder with a shop of real-looking orders, to look at the program at work.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sampleAccounts } from '../../electron/sample/accounts'
import { instant } from '../../shared/time'
import { fillShop } from '../fill/fillShop'

const usage = `npm run fill -- DIR [--orders N] [--live SHARE] [--campaigns N]

DIR is a data folder for the program (npm start -- --data-dir=DIR) without a shop of its own. The shop gets N orders (10000), a share of
them (0.1) in four live campaigns, the others in closed ones, and the accounts of the sample shop. Left out, the
campaigns are as many as such a shop would have had; never fewer than 8.`

const fewestCampaigns = 8

interface Asked {
  readonly folder: string
  readonly orders: number
  readonly campaigns: number | undefined
  readonly liveShare: number
}

function readArguments(): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        orders: { type: 'string', default: '10000' },
        live: { type: 'string', default: '0.1' },
        campaigns: { type: 'string' },
      },
    })
    const [folder, ...others] = positionals
    const [orders, liveShare] = [Number(values.orders), Number(values.live)]
    const campaigns = values.campaigns === undefined ? undefined : Number(values.campaigns)
    const sound =
      Number.isInteger(orders) &&
      orders > 0 &&
      liveShare >= 0 &&
      liveShare <= 1 &&
      (campaigns === undefined || (Number.isInteger(campaigns) && campaigns >= fewestCampaigns))
    if (folder !== undefined && others.length === 0 && sound)
      return { folder: path.resolve(folder), orders, campaigns, liveShare }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  const began = performance.now()
  const seconds = (): number => Math.round((performance.now() - began) / 1000)
  let told = 0
  await fillShop({
    ...asked,
    at: instant(Date.now()),
    progress(orders) {
      if (orders - told < 50_000) return
      told = orders
      console.error(`${orders} orders, ${seconds()} s …`)
    },
  })
  console.log(`${asked.orders} orders in ${asked.folder}, made in ${seconds()} s. Sign in as:`)
  for (const { name, signInName, password } of sampleAccounts) console.log(`  ${name}: ${signInName}, ${password}`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
