import { Tabs } from '@mantine/core'
import type { BatchView } from '../../../shared/refunds/batches/requests'
import type { RefundRow } from '../../../shared/refunds/requests'
import { grouped } from '../../ui/counts'
import classes from '../refunds.module.css'

const lineTabs = ['all', 'no answer', 'settled', 'failed', 'to look into'] as const
export type LineTab = (typeof lineTabs)[number]

const words: Record<LineTab, string> = {
  all: 'All',
  'no answer': 'Sent, no answer yet',
  settled: 'Settled',
  failed: 'Failed in this batch',
  'to look into': 'To be looked into',
}

/** The batch's refunds that belong on that tab. */
export function linesOn(tab: LineTab, rows: readonly RefundRow[], { id }: BatchView): readonly RefundRow[] {
  return rows.filter(({ state, refund, batch, doubt }) => {
    if (tab === 'no answer') return state === 'sent' && batch?.id === id
    if (tab === 'settled') return state === 'settled'
    if (tab === 'failed') return refund.events.some(({ kind, batchId }) => kind === 'failed' && batchId === id)
    return tab === 'all' || doubt !== null
  })
}

interface LineTabsProps {
  readonly tab: LineTab
  readonly rows: readonly RefundRow[]
  readonly batch: BatchView
  readonly onTab: (tab: LineTab) => void
}

export function LineTabs({ tab, rows, batch, onTab }: LineTabsProps) {
  return (
    <Tabs
      value={tab}
      onChange={(next) => {
        const known = lineTabs.find((each) => each === next)
        if (known !== undefined) onTab(known)
      }}
    >
      <Tabs.List aria-label="Refunds of this batch">
        {lineTabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {words[each]}
            <span className={classes.badge}>{grouped(linesOn(each, rows, batch).length)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
