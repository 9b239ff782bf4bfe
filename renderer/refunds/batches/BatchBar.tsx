import { Button } from '@mantine/core'
import { useState } from 'react'
import { refundCount } from '../../ui/counts'
import classes from './batches.module.css'
import { MakeBatchDialog } from './MakeBatchDialog'
import type { AskedRefunds } from './useRefundSelection'

interface BatchBarProps {
  readonly chosen: AskedRefunds
  readonly count: number
  /** How many match the filter in all. */
  readonly total: number
  /** The filters that are set, in words. */
  readonly filters: readonly string[]
  readonly onAll: () => void
  readonly onClear: () => void
}

/** Stands in the place of the filters while refunds are chosen: says exactly how many, and makes a batch of them. */
export function BatchBar({ chosen, count, total, filters, onAll, onClear }: BatchBarProps) {
  const [making, setMaking] = useState(false)
  const that = filters.length === 0 ? '' : ` that match ${filters.join(', ')}`
  const all = chosen.kind === 'matching' && chosen.except.length === 0
  return (
    <div className={classes.bar} role="toolbar" aria-label="Chosen refunds">
      <span role="status" className={classes.count}>
        {all ? `All ${refundCount(count)} owed${that}` : `${refundCount(count)} chosen`}
      </span>
      <Button variant="default" size="xs" onClick={() => setMaking(true)}>
        Make a batch…
      </Button>
      {count < total && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          Choose all {refundCount(total)} owed{that}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
        Choose none
      </Button>
      {making && <MakeBatchDialog chosen={chosen} onClose={() => setMaking(false)} onMade={onClear} />}
    </div>
  )
}
