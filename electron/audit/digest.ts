import { createHash } from 'node:crypto'
import type { CommandName } from '../../shared/requests'

/** JSON with the keys of every object in order, so that equal values have equal text. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Fields that hold passwords. They stay out of the digest: it is stored, and a digest of a password is a way to guess it without
 * any of the cost that scrypt puts on guessing.
 */
export const secretFields: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  'staff.create': ['password'],
  'staff.setPassword': ['password'],
  'session.changePassword': ['current', 'next'],
  'settlement.approve': ['password'],
}

/** SHA-256 of what was asked, hex: tells a repeated command from another one under the same id. */
export function inputDigest(action: string, input: object): string {
  const secrets: readonly string[] = Object.hasOwn(secretFields, action)
    ? (secretFields[action as CommandName] ?? [])
    : []
  const told = Object.fromEntries(Object.entries(input).filter(([field]) => !secrets.includes(field)))
  return createHash('sha256')
    .update(canonicalJson({ action, input: told }))
    .digest('hex')
}
