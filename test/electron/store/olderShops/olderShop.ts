import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { aFolder } from '../folders'

/*
 * Shops as earlier versions of the program left them: a settled campaign with a refund under way, and a live one, whose last payment
 * and order stand in the journal alone. Beside each, all that the version which wrote it said of it.
 */

/** The schemas of which there is a shop. */
export const olderSchemas = [2, 3] as const
export type OlderSchema = (typeof olderSchemas)[number]

const here = (schema: OlderSchema): string => path.join(import.meta.dirname, `schema${String(schema)}`)

/** A folder of its own with the shop of that schema. */
export function anOlderShop(schema: OlderSchema, folder = aFolder()): string {
  cpSync(path.join(here(schema), 'shop'), folder, { recursive: true })
  return folder
}

/** All that the version which wrote it answered. */
export const whatItSaid = (schema: OlderSchema): object =>
  JSON.parse(readFileSync(path.join(here(schema), 'said.json'), 'utf8')) as object
