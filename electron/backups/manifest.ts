import { createHash } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/request'
import { backupReasons } from '../../shared/backups/requests'
import { canonicalJson } from '../audit/digest'
import type { Settings, StillFacts } from '../store/store'
import type { Disk } from './disk'

/** The file that makes a folder a backup. It is written last, when everything else is proven. */
export const manifestName = 'backup.json'

const format = 1

const fileName = z
  .string()
  .regex(/^[^\\/\0:]+(?:\/[^\\/\0:]+)*$/u)
  .refine((name) => name !== manifestName && !name.split('/').some((part) => part === '.' || part === '..'))

const manifestSchema = z.strictObject({
  format: z.literal(format),
  /** Which shop it is of; tells nothing else about it. */
  shop: z.string().regex(/^[0-9a-f]{16}$/u),
  shopName: z.string(),
  madeAt: instantSchema,
  reason: z.enum(backupReasons),
  /** Of the last commit in it. */
  sequence: z.number().int().min(0),
  /** The head of the audit trail: whoever holds a backup can tell whether a later trail still contains it. */
  audit: z.strictObject({ sequence: z.number().int().min(0), seal: z.string() }),
  /** SHA-256 of what the shop comes to. */
  facts: z.string(),
  orders: z.number().int().min(0),
  files: z.array(z.strictObject({ name: fileName, bytes: z.number().int().min(0), sha256: z.string() })),
})

export type Manifest = z.output<typeof manifestSchema>

export type ReadManifest =
  | { readonly kind: 'sound'; readonly manifest: Manifest }
  /** There is no backup here. */
  | { readonly kind: 'none' }
  /** Why it cannot be used, as what follows the file's name. */
  | { readonly kind: 'unusable'; readonly what: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Which shop it is, for as long as it exists and however it is called. */
export const identityOf = ({ auditKey }: Settings): string => sha256(`shop ${auditKey}`).slice(0, 16)

/** Equal for two folders when they hold the same shop at the same commit. */
export const digestOf = ({ sequence, campaigns, audit }: StillFacts): string =>
  sha256(
    canonicalJson({
      sequence,
      audit,
      campaigns: Object.fromEntries(campaigns.map((known) => [known.campaign.id, known])),
    }),
  )

/**
 * Whether that is the shop that was backed up. In a folder that an older version of the program wrote, the facts were taken of records
 * as that version knew them, so only the ends of shop and trail are compared: each file was held against its checksum before.
 */
export function isShopOf({ sequence, audit, facts }: Manifest, found: StillFacts, older: boolean): boolean {
  if (!older) return digestOf(found) === facts
  const [last, seal] = [found.audit?.sequence ?? 0, found.audit?.seal ?? '']
  return found.sequence === sequence && last === audit.sequence && seal === audit.seal
}

/** The manifest as text with its own checksum as the last line. */
export function encodeManifest(manifest: Omit<Manifest, 'format'>): Buffer {
  const text = `${JSON.stringify({ format, ...manifest }, null, 1)}\n`
  return Buffer.from(`${text}${sha256(text)}\n`)
}

export async function readManifest(disk: Disk, backup: string): Promise<ReadManifest> {
  const bytes = await disk.read(path.join(backup, manifestName))
  if (bytes === null) return { kind: 'none' }
  const whole = bytes.toString('utf8')
  const end = whole.lastIndexOf('\n', whole.length - 2) + 1
  const text = whole.slice(0, end)
  if (`${sha256(text)}\n` !== whole.slice(end)) return { kind: 'unusable', what: 'does not match its checksum' }
  const content = JSON.parse(text) as { readonly format?: unknown }
  if (typeof content.format === 'number' && content.format > format)
    return { kind: 'unusable', what: 'was written by a newer version of this program' }
  const parsed = manifestSchema.safeParse(content)
  return parsed.success
    ? { kind: 'sound', manifest: parsed.data }
    : { kind: 'unusable', what: 'is not the list of files of a backup' }
}
