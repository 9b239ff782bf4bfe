// npm run books -- check DIR [--json]: recomputes a shop's books from its orders and says whether they agree.
import { parseArgs } from 'node:util'
import type { Books } from '../books/checkBooks'
import { checkFolder } from '../books/checkFolder'
import { CannotOpen } from '../store/store'

const usage = `npm run books -- check DIR [--json]

DIR is the data folder of a shop, the one with a journal in it. Close the shop first. Nothing in the folder is changed.
Ends with 0 where the books agree, 1 where they do not, 2 where they cannot be read.`

function readArguments(): { readonly folder: string; readonly json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [verb, folder, ...others] = positionals
    if (verb === 'check' && folder !== undefined && others.length === 0) return { folder, json: values.json }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.error(usage)
  return null
}

const mostShown = 50

function tell({ shopName, products, campaigns, orders, entries, lastSeal, findings }: Books): void {
  console.log(`The books of ${shopName}: ${products} products, ${campaigns} campaigns, ${orders} orders.`)
  console.log(`The audit trail has ${entries} entries; the last one is sealed ${lastSeal.slice(0, 16)}.`)
  for (const { invariant, what } of findings.slice(0, mostShown)) console.log(`  ${what} (rule ${invariant})`)
  if (findings.length > mostShown) console.log(`  … and ${findings.length - mostShown} more.`)
  if (findings.length === 0) console.log('Every tally, rule and reference agrees with the orders.')
  else console.log(`${findings.length} ${findings.length === 1 ? 'thing does' : 'things do'} not agree.`)
}

async function main(): Promise<number> {
  const asked = readArguments()
  if (asked === null) return 2
  try {
    const books = await checkFolder(asked.folder)
    tell(books)
    if (asked.json) console.log(JSON.stringify({ agree: books.findings.length === 0, ...books }))
    return books.findings.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    console.error(`The books cannot be checked. ${error.file} ${error.what}.\n${error.advice}`)
    if (asked.json) console.log(JSON.stringify({ agree: null, file: error.file, what: error.what }))
    return 2
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})
