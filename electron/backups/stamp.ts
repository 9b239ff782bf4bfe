import { isoOf, type Instant } from '../../shared/time'

/** An instant in the name of a file or folder, by which names sort: `2026-04-14T18-02-05Z`. UTC. */
export const stampOf = (at: Instant): string =>
  isoOf(at).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).replaceAll(':', '-') + 'Z'
