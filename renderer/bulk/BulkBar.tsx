import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { RequestInput } from '../../shared/requests'
import { orderCount } from '../ui/counts'
import { BulkDialog } from './BulkDialog'
import classes from './bulk.module.css'
import type { ChosenDeed } from './deedWords'

export type AskedScope = RequestInput<'bulk.rehearse'>['scope']

interface BulkBarProps {
  readonly scope: AskedScope
  /** How many are chosen. */
  readonly count: number
  /** How many match the filter in all. */
  readonly total: number
  /** The filters that are set, in words. */
  readonly filters: readonly string[]
  readonly deeds: readonly ChosenDeed[]
  /** What else can be done with them at once: taking them into a file. */
  readonly more?: ReactNode
  readonly onAll: () => void
  readonly onClear: () => void
}

const deedLabels: Record<ChosenDeed, string> = {
  ship: 'Ship',
  deliver: 'Note as delivered',
  cancel: 'Cancel orders',
  note: 'Write a note',
  assign: 'Assign',
}

/** Stands in the place of the filters while something is chosen: says exactly how many, and what can be done to them. */
export function BulkBar({ scope, count, total, filters, deeds, more, onAll, onClear }: BulkBarProps) {
  const [deed, setDeed] = useState<ChosenDeed | null>(null)
  const all = scope.kind === 'matching' && scope.except.length === 0
  const that = filters.length === 0 ? '' : ` that match ${filters.join(', ')}`
  return (
    <div className={classes.bar} role="toolbar" aria-label="Chosen orders">
      <span role="status" className={classes.count}>
        {all ? `All ${orderCount(count)}${that}` : `${orderCount(count)} chosen`}
      </span>
      {deeds.map((kind) => (
        <Button key={kind} variant="default" size="xs" onClick={() => setDeed(kind)}>
          {deedLabels[kind]}…
        </Button>
      ))}
      {more}
      {count < total && (
        <Button variant="default" size="xs" onClick={onAll}>
          Choose all {orderCount(total)}
          {that}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
        Choose none
      </Button>
      {deed !== null && (
        <BulkDialog
          kind={deed}
          scope={scope}
          count={count}
          filters={filters}
          onClose={() => setDeed(null)}
          onStarted={onClear}
        />
      )}
    </div>
  )
}
