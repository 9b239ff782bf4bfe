// npm run backup -- DIR [TO]: a proven copy of the shop in DIR, which nobody may have open, under its date in TO.
import path from 'node:path'
import { systemClock } from '../clock'
import { machineDisk } from '../backups/disk'
import { makeBackup } from '../backups/makeBackup'
import { identityOf } from '../backups/manifest'
import { openEmbeddedStore } from '../store/embedded/openEmbeddedStore'

const usage = `npm run backup -- DIR [TO]

DIR is the folder of a shop (…/shops/own). The backup gets its date as its name in TO; without TO, beside DIR in 'DIR backups'.`

async function main(): Promise<number> {
  const [asked, to, ...others] = process.argv.slice(2)
  if (asked === undefined || others.length > 0) {
    console.error(usage)
    return 2
  }
  const shopFolder = path.resolve(asked)
  const place = to === undefined ? `${shopFolder} backups` : path.resolve(to)
  const store = await openEmbeddedStore(shopFolder, { forReading: true })
  try {
    const settings = await store.read.settings.get()
    if (settings === null) throw new Error(`There is no shop in ${shopFolder}.`)
    const backup = await makeBackup(machineDisk, {
      shopFolder,
      kept: store.folder,
      shop: identityOf(settings),
      place,
      at: systemClock.now(),
      reason: 'asked for',
      progress: () => undefined,
    })
    console.log(
      `${path.join(place, backup.name)}: ${backup.shopName}, ${backup.orders} orders, ${backup.auditEntries} entries in the audit trail, ` +
        `${backup.files} files, ${Math.ceil(backup.bytes / 1024)} KB. Read again and opened: sound.`,
    )
    return 0
  } finally {
    await store.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
