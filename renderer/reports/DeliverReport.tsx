import { useIsFetching } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { id, type ScheduleId } from '../../shared/ids'
import type { ChartTable } from '../../shared/reports/chartTable'
import { ask } from '../api'
import { CollectCharts } from '../ui/chart/collectCharts'

/** The schedule whose report this window was opened to make; null in every window that a person sees. */
const scheduled = new URLSearchParams(window.location.search).get('report')

/** Nothing was asked for so long: the page stands as it will be printed. */
const quiet = 800

/** Around the pages: in a window that makes a report, delivers it as soon as the page is drawn, and closes the window. */
export function DeliverReport({ children }: { readonly children: ReactNode }) {
  return scheduled === null ? children : <Delivering schedule={id<ScheduleId>(scheduled)}>{children}</Delivering>
}

interface DeliveringProps {
  readonly schedule: ScheduleId
  readonly children: ReactNode
}

function Delivering({ schedule, children }: DeliveringProps) {
  const asking = useIsFetching()
  const charts = useRef(new Map<string, ChartTable>())
  const collect = useCallback((name: string, table: ChartTable) => {
    charts.current.set(name, table)
  }, [])
  useEffect(() => {
    if (asking > 0) return undefined
    const timer = setTimeout(() => void deliver(schedule, charts.current), quiet)
    return () => clearTimeout(timer)
  }, [asking, schedule])
  return <CollectCharts value={collect}>{children}</CollectCharts>
}

/** Once a window: what is drawn after it is of no use. */
let delivered = false

async function deliver(schedule: ScheduleId, charts: ReadonlyMap<string, ChartTable>): Promise<void> {
  if (delivered) return
  delivered = true
  const tables = Array.from(charts, ([name, { columns, rows }]) => ({
    name,
    table: { columns: columns.map((column) => ({ ...column })), rows: rows.map((row) => [...row]) },
  }))
  await ask('sheets.deliverReport', { id: schedule, charts: tables }).catch(() => undefined)
  window.close()
}
