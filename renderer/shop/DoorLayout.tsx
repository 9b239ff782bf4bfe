import type { ReactNode } from 'react'
import { ProgrammeMark } from './ProgrammeMark'
import classes from './DoorLayout.module.css'

interface DoorLayoutProps {
  /** Marks the sample shop, so that nobody takes it for the real one. */
  readonly sample?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
  /** A second column. */
  readonly beside?: ReactNode
  readonly foot?: ReactNode
}

/** The pages before the pages: choosing a shop, signing in, unlocking. */
export function DoorLayout({ sample = false, wide = false, children, beside, foot }: DoorLayoutProps) {
  const two = beside !== undefined && beside !== false
  return (
    <main className={classes.outside}>
      <div className={classes.card} data-wide={wide || two || undefined}>
        <div className={classes.programme}>
          <ProgrammeMark />
          <span>Crowdfunding back office</span>
        </div>
        {sample && (
          <p className={classes.sample}>
            <strong>Sample shop.</strong> Its people, orders and money are made up.
          </p>
        )}
        {two ? (
          <div className={classes.columns}>
            {children}
            {beside}
          </div>
        ) : (
          children
        )}
        {foot !== undefined && <div className={classes.foot}>{foot}</div>}
      </div>
    </main>
  )
}
