import type { ReleaseChoice } from '../../../shared/campaigns/releaseDecision'

/** What each choice is called, and what it says once it was taken. */
export const decisionWords: Readonly<Record<ReleaseChoice, { readonly label: string; readonly past: string }>> = {
  release: { label: 'Release', past: 'released' },
  relaunch: { label: 'Relaunch with changes', past: 'relaunch' },
  drop: { label: 'Drop', past: 'dropped' },
}
