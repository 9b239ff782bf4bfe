import type { z } from 'zod'
import { doorRefusals } from '../../shared/requests'
import { refuse, type Refused } from '../../shared/result'

/**
 * What is wrong with an input in words a person understands, for the checks whose schema has none of its own. Used as zod's
 * error map: its own sentences speak of types.
 */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is needed.' : (typeWords[issue.expected] ?? 'This cannot be used here.')
    case 'too_big':
      return issue.origin === 'string' ? `At most ${issue.maximum} characters.` : `At most ${issue.maximum}.`
    case 'too_small':
      return issue.origin === 'string' ? `At least ${issue.minimum} characters.` : `At least ${issue.minimum}.`
    case 'unrecognized_keys':
      return 'This has a field that is not known.'
    case 'invalid_value':
    case 'invalid_union':
      return 'Choose one of what is offered.'
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return 'This cannot be used here.'
  }
}

const typeWords: Readonly<Partial<Record<string, string>>> = {
  number: 'A number is needed here.',
  int: 'A whole number is needed here.',
  string: 'Text is needed here.',
  boolean: 'Yes or no is needed here.',
  array: 'A list is needed here.',
  object: 'Details are needed here.',
}

/** The refusal of an input by the first thing that is wrong with it, at its field. */
export function refuseInvalid(error: z.core.$ZodError): Refused {
  const [first] = error.issues
  const path = first?.path.map(String).join('.') ?? ''
  const message = first?.message ?? 'This cannot be used here.'
  return path === '' ? refuse(doorRefusals.invalidInput, message) : refuse(doorRefusals.invalidInput, message, path)
}
