import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from './tones'
import classes from './ToneBadge.module.css'

interface ToneBadgeProps {
  readonly tone: Tone
  readonly icon?: Icon | undefined
  readonly children: ReactNode
}

/** A word with a meaning that has a colour: a state, "overdue", "3 failures". */
export function ToneBadge({ tone, icon: IconShown, children }: ToneBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {IconShown !== undefined && <IconShown size={14} stroke={2} aria-hidden />}
      {children}
    </span>
  )
}
