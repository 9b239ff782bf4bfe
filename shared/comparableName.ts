/** Two names that a reader cannot tell apart (case, spacing, width) compare as equal. */
export const comparableName = (name: string): string =>
  name.trim().replace(/\s+/gu, ' ').normalize('NFKC').toLowerCase()
