/**
 * What a rule answers: either a value or a refusal. Refusals are for people and travel to the window;
 * mistakes in the program throw instead.
 */
export type Result<T> = Ok<T> | Refused

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** Why something was not done. `field` names the input it belongs to, as a dotted path of the request's input. */
export interface Refusal {
  readonly code: string
  /** A whole sentence in the words of the glossary, ready to be shown. */
  readonly message: string
  readonly field?: string
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const refuse = (code: string, message: string, field?: string): Refused => ({
  ok: false,
  refusal: field === undefined ? { code, message } : { code, message, field },
})

/** States what the program itself must guarantee. Unlike a refusal a broken assertion is a defect of ours. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Broken guarantee: ${what}`)
}
