import { z } from 'zod'
import { daySchema } from '../request'
import { addDays, shortDay, startOfDay, zone, type Instant, type Zone } from '../time'

/** Where money that is owed back stood: not with its supporter yet, or arrived there. */
export const stoodIds = ['owed', 'refunded'] as const
export type StoodId = (typeof stoodIds)[number]

/** At the end of a day of each campaign's zone, as reports on money count it. */
export const stoodSchema = z.strictObject({ money: z.enum(stoodIds), on: daySchema })
export type Stood = Readonly<z.output<typeof stoodSchema>>

/** The instant from which on nothing counts any more. */
export const stoodBefore = ({ on }: Stood, inZone: Zone): Instant => startOfDay(addDays(on, 1), inZone)

interface RefundInstants {
  readonly owedAt: Instant
  /** Null for a refund that has not arrived. */
  readonly settledAt: Instant | null
}

/** Whether a refund that was not withdrawn stood so, by what happened before that instant. */
export function stoodSo(money: StoodId, { owedAt, settledAt }: RefundInstants, before: Instant): boolean {
  const arrived = settledAt !== null && settledAt < before
  return money === 'refunded' ? arrived : owedAt < before && !arrived
}

const words: Readonly<Record<StoodId, string>> = { owed: 'Owed back at the end of', refunded: 'Refunded up to' }

/** "Owed back at the end of 14 Apr 2018". */
export const stoodWords = ({ money, on }: Stood): string => `${words[money]} ${shortDay(startOfDay(on, utc), utc)}`

const utc = zone('UTC')
