import { z } from 'zod'
import { comparableName } from '../comparableName'
import { refuse, type Refused } from '../result'

/** Something that a column of another program's file can tell. */
export interface SheetField {
  readonly label: string
  readonly needed: boolean
  /** What other programs call it. */
  readonly known: readonly string[]
  readonly help?: string
}

export type SheetFields<Id extends string> = Readonly<Record<Id, SheetField>>

/** Which column of the file, by its head, tells what; null where none does. */
export type Mapping<Id extends string> = Readonly<Record<Id, string | null>>

const head = z.string().max(40_000).nullable()

/** Of these fields, each of which must be said. */
export const mappingSchema = <Id extends string>(ids: readonly Id[]) =>
  z.strictObject(Object.fromEntries(ids.map((id) => [id, head])) as Record<Id, typeof head>)

const idsOf = <Id extends string>(fields: SheetFields<Id>): readonly Id[] => Object.keys(fields) as Id[]

/** What tells files of one making from others. */
export const signatureOf = (header: readonly string[]): string => header.map(comparableName).join('\n')

/** A column for each field by what other programs call it, none for two; null where no head is known. `plain` makes alike names equal. */
export function guessMapping<Id extends string>(
  fields: SheetFields<Id>,
  header: readonly string[],
  plain: (name: string) => string = comparableName,
): Mapping<Id> {
  const taken = new Set<string>()
  const headOf = (names: readonly string[]): string | null => {
    for (const name of names) {
      const head = header.find((each) => plain(each) === plain(name) && !taken.has(each))
      if (head === undefined) continue
      taken.add(head)
      return head
    }
    return null
  }
  const guesses = idsOf(fields).map((field) => {
    const { label, known } = fields[field]
    return [field, headOf([label, ...known])] as const
  })
  return Object.fromEntries(guesses) as Mapping<Id>
}

/** Why the file cannot be read this way: a needed column is missing, is not in the file, or stands for two things; or null. */
export function mappingProblem<Id extends string>(
  fields: SheetFields<Id>,
  mapping: Mapping<Id>,
  header: readonly string[],
): Refused | null {
  const taken = new Map<string, Id>()
  for (const field of idsOf(fields)) {
    const head = mapping[field]
    const { label, needed } = fields[field]
    if (head === null) {
      if (needed) return refuse('column-needed', `Choose the column for “${label}”.`, `mapping.${field}`)
      continue
    }
    if (!header.includes(head)) return refuse('no-such-column', 'The file has no such column.', `mapping.${field}`)
    const other = taken.get(head)
    if (other !== undefined)
      return refuse('column-twice', `This column is “${fields[other].label}” already.`, `mapping.${field}`)
    taken.set(head, field)
  }
  return null
}
