import { useAsk } from '../../api'
import classes from '../campaignCharts.module.css'
import type { WhatIfAsk } from './search'
import { notesOf } from './termWords'

/** What the replay rests on, below its answer. */
export function WhatIfNotes({ ask }: { readonly ask: WhatIfAsk }) {
  const answer = useAsk('reports.whatIf', ask, { keep: true })
  if (answer.state !== 'loaded') return null
  return (
    <ul className={classes.notes} aria-label="What this rests on">
      {notesOf(answer.value, ask).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
