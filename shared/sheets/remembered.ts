import { signatureOf, type Mapping } from './fields'

/** How files of one making were read the last time. */
export interface Remembered<Id extends string> {
  /** What tells them from others: their heads. */
  readonly signature: string
  readonly mapping: Mapping<Id>
}

interface Signed {
  readonly signature: string
}

/** How the last file with these heads was read. */
export const rememberedOf = <Reading extends Signed>(
  readings: readonly Reading[],
  header: readonly string[],
): Reading | undefined => readings.find(({ signature }) => signature === signatureOf(header))

const mostReadings = 20

/** The same with that reading as the one for files of its making; the latest stands last. */
export const remembering = <Reading extends Signed>(
  readings: readonly Reading[],
  reading: Reading,
): readonly Reading[] =>
  [...readings.filter(({ signature }) => signature !== reading.signature), reading].slice(-mostReadings)

/** Whether nothing would change if it were remembered. */
export const isRemembered = <Reading extends Signed>(readings: readonly Reading[], reading: Reading): boolean =>
  readings.some((each) => JSON.stringify(each) === JSON.stringify(reading))
