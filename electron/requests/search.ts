import { comparableName } from '../../shared/comparableName'

/** Whether every word that was typed occurs in one of the texts, however it is cased or spaced. */
export function findsIn(typed: string, texts: readonly (string | null)[]): boolean {
  const words = comparableName(typed).split(' ')
  const all = texts.map((text) => comparableName(text ?? '')).join('\n')
  return words.every((word) => all.includes(word))
}
