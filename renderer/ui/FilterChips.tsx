import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './FilterChips.module.css'

/** One filter that is set, with how to drop it. */
export interface FilterChip {
  readonly key: string
  /** "State: paid". */
  readonly label: string
  readonly drop: () => void
}

interface FilterChipsProps {
  readonly chips: readonly FilterChip[]
  readonly dropAll?: (() => void) | undefined
  /** Search field and choices, before the chips. */
  readonly children?: ReactNode
  /** At the far end of the bar. */
  readonly side?: ReactNode
}

/** The filter bar of a list: its choices, and what is set as chips that can be dropped. */
export function FilterChips({ chips, dropAll, children, side }: FilterChipsProps) {
  return (
    <div className={classes.bar} role="search" aria-label="Filters">
      {children}
      {chips.map(({ key, label, drop }) => (
        <button key={key} type="button" className={classes.chip} onClick={drop} aria-label={`Drop the filter ${label}`}>
          {label}
          <IconX size={13} aria-hidden />
        </button>
      ))}
      {chips.length > 1 && dropAll !== undefined && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={dropAll}>
          Drop all
        </Button>
      )}
      {side !== undefined && <div className={classes.side}>{side}</div>}
    </div>
  )
}
