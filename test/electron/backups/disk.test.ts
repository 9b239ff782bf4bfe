import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { machineDisk } from '../../../electron/backups/disk'
import { aFolder } from '../store/folders'

test('a folder is listed while files in it get their names', async () => {
  const folder = aFolder()
  mkdirSync(path.join(folder, 'pictures'))
  const files = Array.from({ length: 200 }, (_, index) => path.join(folder, 'pictures', `${String(index)}.png`))
  for (const file of files) writeFileSync(`${file}.new`, 'a picture')
  const listed: Promise<readonly { readonly name: string }[]>[] = []
  for (const file of files) {
    listed.push(machineDisk.filesBelow(folder))
    await setImmediate()
    renameSync(`${file}.new`, file)
  }
  for (const found of await Promise.all(listed)) expect(found.length).toBeLessThanOrEqual(2 * files.length)
  expect((await machineDisk.filesBelow(folder)).map(({ name }) => name)).toHaveLength(files.length)
})
