import { longestResult } from '../../shared/refunds/batches/requests'
import type { RequestName } from '../../shared/requests'
import { doorRefusals } from '../../shared/requests'
import { longestPicture } from '../../shared/sheets/takeaway'
import { refuse, type Refused } from '../../shared/result'

interface Bounds {
  /** Characters of one text, and of all texts and names of fields together. */
  readonly text: number
  readonly allText: number
}

/** Whatever staff write fits many times over. */
const usual: Bounds = { text: 200_000, allText: 2_000_000 }

/** Two base64 texts: a picture of 10 MB and its thumbnail. */
const pictures: Bounds = { text: 14_000_000, allText: 18_000_000 }

/** A file of results, as base64. */
const results: Bounds = { text: longestResult, allText: longestResult + 1000 }

/** One picture of a chart. */
const charts: Bounds = { text: longestPicture, allText: longestPicture + 10_000 }

const bounds: Readonly<Partial<Record<RequestName, Bounds>>> = {
  'products.addPicture': pictures,
  'batches.previewResult': results,
  'batches.applyResult': results,
  'sheets.saveChart': charts,
}

const deepest = 64
const mostParts = 20_000

type Visit = readonly [value: unknown, path: string, depth: number]

/**
 * Looks at the mere shape of an input before anything reads it: size, depth, and that it is plain data with names that
 * are safe to use. Costs no more than the bounds themselves allow, however hostile the input: parts are counted as they are
 * visited, so that one object shared a thousand times over counts a thousand times.
 */
export function refuseUnfit(name: RequestName, input: unknown): Refused | null {
  const { text: longest, allText } = bounds[name] ?? usual
  const open: Visit[] = [[input, '', 0]]
  let parts = 0
  let text = 0
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const [value, path, depth] = visit
    parts += 1
    if (typeof value === 'string') {
      text += value.length
      if (value.length > longest) return unfit('This text is too long.', path)
      if (!value.isWellFormed()) return unfit('This has characters that are not text.', path)
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) return unfit('This is nested too deeply.', path)
      if (!isPlain(value)) return unfit('This is not plain data.', path)
      if (Array.isArray(value) ? value.length > mostParts : false) return unfit('This has too many parts.', path)
      for (const [key, part] of Object.entries(value)) {
        text += key.length
        if (key === '__proto__' || key.length > 200) return unfit('This has a field that is not known.', path)
        open.push([part, path === '' ? key : `${path}.${key}`, depth + 1])
        if (open.length + parts > mostParts) return unfit('This has too many parts.', path)
      }
    } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      return unfit('This is not plain data.', path)
    }
    if (text > allText) return unfit('This is too large.', path)
  }
  return null
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || prototype === Array.prototype
}

const unfit = (message: string, path: string): Refused =>
  path === ''
    ? refuse(doorRefusals.invalidInput, message)
    : refuse(doorRefusals.invalidInput, message, path.slice(0, 200))
