const length = 5
const kinds = 10 ** length

/** Every part of five digits in a text that is one digit after the other, as a number. */
export function digitPartsOf(text: string): readonly number[] {
  const parts: number[] = []
  eachPart(text, (part) => parts.push(part))
  return parts
}

function eachPart(text: string, tell: (part: number) => void): void {
  let run = 0
  let value = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) {
      run = 0
      value = 0
      continue
    }
    run += 1
    value = (value * 10 + digit) % kinds
    if (run >= length) tell(value)
  }
}

const zero = 0x30

/**
 * Which parts of five digits some texts hold, a bit for each. Order numbers, phone numbers and references are mostly digits, where
 * searching halts at every tenth character; this tells that a text of some thousand orders need not be searched at all.
 */
export class DigitParts {
  readonly #bits = new Uint8Array(kinds / 8)

  add(text: string): void {
    const bits = this.#bits
    eachPart(text, (part) => {
      bits[part >> 3] = (bits[part >> 3] ?? 0) | (1 << (part & 7))
    })
  }

  /** Whether all of them were in a text that was added. */
  hold(parts: readonly number[]): boolean {
    return parts.every((part) => ((this.#bits[part >> 3] ?? 0) & (1 << (part & 7))) !== 0)
  }
}
