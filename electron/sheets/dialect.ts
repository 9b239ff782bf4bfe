/** How a file separates: its cells and its lines. */
export interface Dialect {
  readonly delimiter: string
  readonly newline: '\r\n' | '\n' | '\r'
}

const delimiters = [',', ';', '\t'] as const

/**
 * What the first line with anything in it tells: the separator that stands in it most often outside quotes, and how it ends. Null where
 * the text ends before that line does; `whole` says that no more text comes.
 */
export function dialectOf(text: string, whole: boolean): Dialect | null {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]))
  let quoted = false
  let seen = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '"') quoted = !quoted
    else if (quoted) continue
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && at + 1 === text.length && !whole) return null
      if (seen) return { delimiter: mostOf(counts), newline: lineEndAt(text, at) }
      continue
    } else if (counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    seen = true
  }
  return whole && seen ? { delimiter: mostOf(counts), newline: '\n' } : null
}

const lineEndAt = (text: string, at: number): Dialect['newline'] => {
  if (text.charAt(at) === '\n') return '\n'
  return text.charAt(at + 1) === '\n' ? '\r\n' : '\r'
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  let [most, found] = [0, ',']
  for (const [delimiter, count] of counts) if (count > most) [most, found] = [count, delimiter]
  return found
}
