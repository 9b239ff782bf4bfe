import type { MouseEvent } from 'react'

/** What recharts tells of a bar that was clicked. */
interface ClickedBar {
  readonly payload?: unknown
}

/**
 * For a `<Bar>` that leads somewhere of its own: opens what is behind the bar that is clicked, where a click beside it opens what is
 * behind its whole row.
 */
export const openingBar = (open: (row: number) => void) => ({
  cursor: 'pointer',
  onClick: ({ payload }: ClickedBar, _place: number, event: MouseEvent): void => {
    event.stopPropagation()
    const row = typeof payload === 'object' && payload !== null && 'row' in payload ? payload.row : null
    if (typeof row === 'number') open(row)
  },
})
