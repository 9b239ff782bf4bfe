import { Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { Crumbs, type Crumb } from './Crumbs'
import classes from './PageShell.module.css'

interface PageShellProps {
  readonly title: string
  /** What stands before the title in the header, outermost first; the page itself is added. */
  readonly crumbs?: readonly Crumb[] | undefined
  /** Beside the title: a state, a number. */
  readonly mark?: ReactNode
  /** The one key action, filled. */
  readonly action?: ReactNode
  readonly secondary?: ReactNode
  /** A second column, 320 px. */
  readonly aside?: ReactNode
  /** The content fills the window's height and scrolls inside itself: for a page that is one list. */
  readonly fill?: boolean | undefined
  readonly children: ReactNode
}

/** A page: its title row with the actions, its content and, where it has one, a second column. Names the window too. */
export function PageShell({ title, crumbs, mark, action, secondary, aside, fill = false, children }: PageShellProps) {
  useEffect(() => {
    document.title = `${title} – Crowdfunding back office`
  }, [title])
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <Crumbs crumbs={[...(crumbs ?? []), { label: title }]} />
      <div className={classes.titleRow}>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {mark}
        <div className={classes.actions}>
          {secondary}
          {action}
        </div>
      </div>
      {aside === undefined ? (
        <div className={classes.content}>{children}</div>
      ) : (
        <div className={classes.columns}>
          <div className={classes.content}>{children}</div>
          <aside className={classes.content}>{aside}</aside>
        </div>
      )}
    </div>
  )
}
