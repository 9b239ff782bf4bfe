import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  readonly title: string
  /** At the right end of the heading: a state, a link, a small action. */
  readonly side?: ReactNode
  /** The content reaches the edges: for tables. */
  readonly flush?: boolean | undefined
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Panel({ title, side, flush = false, children }: PanelProps) {
  const heading = useId()
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <header className={classes.head}>
        <Title order={2} size="h3" id={heading}>
          {title}
        </Title>
        {side !== undefined && <div className={classes.side}>{side}</div>}
      </header>
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
