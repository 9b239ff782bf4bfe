import { expect, test } from 'vitest'
import { firstBreakInTrail } from '../../../electron/audit/checkTrail'
import { allEntries } from './allEntries'
import { canonicalJson, inputDigest, secretFields } from '../../../electron/audit/digest'
import type { Reads } from '../../../electron/store/store'
import type { AuditEntry } from '../../../shared/audit/entry'
import { requests, type RequestName } from '../../../shared/requests'
import { anOffice, done } from '../../journeys/anOffice'

/** Reads as of a trail that somebody has meddled with. */
function readsWith(read: Reads, entries: readonly AuditEntry[]): Reads {
  return {
    ...read,
    audit: {
      ...read.audit,
      page: async (query) => ({
        rows: entries.toReversed().slice(query.offset, query.offset + query.limit),
        total: entries.length,
      }),
      byCommand: async (commandId) => entries.find((entry) => entry.commandId === commandId) ?? null,
      last: async () => entries.at(-1) ?? null,
    },
  }
}

test('a changed, missing, added or reordered entry breaks the chain where it stands', async () => {
  const shop = await anOffice()
  const desk = shop.office.as(shop.manager)
  for (const name of ['One', 'Two', 'Three', 'Four']) await done(desk, 'products.create', { name, currency: 'INR' })
  const read = shop.office.shop?.store.read
  if (read === undefined) throw new Error('a shop is open')
  const entries = await allEntries(read)
  const breakIn = (changed: readonly AuditEntry[]) => firstBreakInTrail(readsWith(read, changed))

  expect(await breakIn(entries)).toBeNull()
  for (const [index, entry] of entries.entries()) {
    for (const part of ['at', 'byName', 'summary', 'action', 'inputDigest', 'seal'] as const) {
      const meddled = { ...entry, [part]: typeof entry[part] === 'number' ? 1 : 'another' }
      expect(await breakIn(entries.with(index, meddled))).toBe(index + 1)
    }
    const left = entries.toSpliced(index, 1)
    // A trail cut short at its end can only be told by whoever noted its head.
    expect(await breakIn(left)).toBe(index === entries.length - 1 ? null : index + 1)
  }
  await shop.end()
})

test('equal inputs have equal digests, whatever the order of their fields', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}')
  expect(inputDigest('x', { a: 1, b: 2 })).toBe(inputDigest('x', { b: 2, a: 1 }))
  expect(inputDigest('x', { a: 1 })).not.toBe(inputDigest('y', { a: 1 }))
  expect(inputDigest('x', { a: 1 })).not.toBe(inputDigest('x', { a: 2 }))
})

test('every field of a command that holds a password is left out of its digest', () => {
  for (const name of Object.keys(requests) as RequestName[]) {
    const { kind, input } = requests[name]
    if (kind !== 'command') continue
    const secret = Object.keys(input.shape).filter((field) => /password|current|next/u.test(field))
    expect(secretFields[name as keyof typeof secretFields] ?? []).toEqual(secret)
  }
})
