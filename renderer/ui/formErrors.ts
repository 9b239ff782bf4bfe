import { requests, type RequestInput, type RequestName } from '../../shared/requests'
import type { Refusal } from '../../shared/result'

/** Where a form shows what concerns no single field. */
export const generalField = 'root'

/**
 * A refusal as errors of a Mantine form (`form.setErrors`): at its field by the dotted path the input uses, else at `root`,
 * which `FieldError` shows at the form's head. `rename` maps an input's path to the form's where they differ.
 */
export function errorsFrom(refusal: Refusal, rename: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { field, message } = refusal
  if (field === undefined) return { [generalField]: message }
  return { [rename[field] ?? field]: message }
}

/**
 * What the door would find wrong with an input, before it is sent: the first message of each field by its dotted path. A
 * command's id is not looked at, it is made when the command is sent.
 */
export function checkInput<Name extends RequestName>(
  name: Name,
  input: Omit<RequestInput<Name>, 'commandId'>,
): Record<string, string> {
  const judged = requests[name].input.safeParse(input)
  if (judged.success) return {}
  const errors: Record<string, string> = {}
  for (const { path, message } of judged.error.issues) {
    const field = path.map(String).join('.')
    if (field !== 'commandId') errors[field === '' ? generalField : field] ??= message
  }
  return errors
}
