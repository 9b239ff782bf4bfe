import { digitPartsOf } from './digitParts'

/** UTF-8 with each byte as one character: any part of a text is still a part of it, and V8 searches such strings fastest. */
export const byBytes = (text: string): string =>
  Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString('latin1')

/** What is looked for, made ready to be looked for in many texts. */
export interface Needle {
  readonly bytes: string
  /** How far its rarest character is from its beginning: searching halts at each first character, so it begins with that one. */
  readonly skipped: number
  readonly rest: string
  /** Only texts that hold these need to be searched. */
  readonly digitParts: readonly number[]
}

/** `sample` is some of what will be searched: it tells which characters are rare. */
export function needleOf(text: string, sample: string): Needle {
  const bytes = byBytes(text)
  const counts = Array.from(bytes, (character) => sample.split(character).length)
  const skipped = counts.indexOf(Math.min(...counts))
  return { bytes, skipped, rest: bytes.slice(skipped), digitParts: digitPartsOf(bytes) }
}
