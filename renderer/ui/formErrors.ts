import type { Refusal } from '../../shared/result'

/** Where a form shows what concerns no single field. */
export const generalField = 'root'

/**
 * A refusal as errors of a Mantine form (`form.setErrors`): at its field by the dotted path the input uses, else at `root`, which
 * `FieldError` shows at the form's head. `rename` maps an input's path to the form's where they differ.
 */
export function errorsFrom(refusal: Refusal, rename: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { field, message } = refusal
  if (field === undefined) return { [generalField]: message }
  return { [rename[field] ?? field]: message }
}
