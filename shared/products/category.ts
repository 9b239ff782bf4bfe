import { comparableName } from '../comparableName'

/** In characters. */
export const longestCategory = 60

/** Stands for the category of products that have none. */
export const noCategory = ''

/** Whether two spellings are one category: they differ in case, spacing or width at most. */
export const sameCategory = (left: string, right: string): boolean => comparableName(left) === comparableName(right)

/** How a typed category is written down: as one of `known` is spelled where it is the same, else as typed, with single spaces. */
export function spelledAs(typed: string, known: readonly string[]): string {
  const name = comparableName(typed)
  return known.find((category) => comparableName(category) === name) ?? typed.trim().replace(/\s+/gu, ' ')
}

/** The categories among those of products, each once, by the alphabet; none of them is `noCategory`. */
export function distinctCategories(categories: readonly string[]): readonly string[] {
  const spellings = new Map<string, string>()
  for (const category of categories) {
    const name = comparableName(category)
    if (name !== '' && !spellings.has(name)) spellings.set(name, category)
  }
  return [...spellings.values()].sort((left, right) => left.localeCompare(right, 'en'))
}

/** What products of these categories can be chosen by; `noCategory` is last, where some have one and others have none. */
export function categoryChoices(categories: readonly string[]): readonly string[] {
  const distinct = distinctCategories(categories)
  return distinct.length > 0 && categories.includes(noCategory) ? [...distinct, noCategory] : distinct
}
