// npm run restore -- BACKUP DIR: puts a backup in the place of the shop in DIR, which nobody may have open and which is kept beside.
import path from 'node:path'
import { systemClock } from '../clock'
import { machineDisk } from '../backups/disk'
import { identityOf } from '../backups/manifest'
import { dropLeftovers, finishSwap, stageRestore, swapIn } from '../backups/restoreBackup'
import { openEmbeddedStore } from '../store/embedded/openEmbeddedStore'
import { CannotOpen } from '../store/store'

const usage = `npm run restore -- BACKUP DIR

BACKUP is the folder of one backup, DIR the folder of a shop (…/shops/own), which need not exist. What is in DIR is kept beside it,
under a name with the date. Refused, with nothing changed, where the backup is damaged, newer or of another shop.`

/** Which shop is there, or null where there is none or none that can be read. */
async function shopIn(folder: string): Promise<string | null> {
  if (!(await machineDisk.exists(folder))) return null
  try {
    const store = await openEmbeddedStore(folder, { forReading: true })
    const settings = await store.read.settings.get()
    await store.close()
    return settings === null ? null : identityOf(settings)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    console.error(`The shop in ${folder} cannot be read (${error.message}), so it is not compared with the backup.`)
    return null
  }
}

async function main(): Promise<number> {
  const [backup, asked, ...others] = process.argv.slice(2)
  if (backup === undefined || asked === undefined || others.length > 0) {
    console.error(usage)
    return 2
  }
  const shopFolder = path.resolve(asked)
  await finishSwap(machineDisk, shopFolder)
  const staged = await stageRestore(machineDisk, {
    backup: path.resolve(backup),
    shopFolder,
    shop: await shopIn(shopFolder),
    progress: () => undefined,
  })
  if (!staged.ok) {
    console.error(staged.refusal.message)
    return 1
  }
  const aside = await swapIn(machineDisk, shopFolder, systemClock.now())
  await dropLeftovers(machineDisk, shopFolder)
  const { shopName, orders, audit } = staged.value
  console.log(`${shopFolder}: ${shopName}, ${orders} orders, ${audit.sequence} entries in the audit trail.`)
  if (aside !== null) console.log(`What was there before is kept in ${aside}.`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
