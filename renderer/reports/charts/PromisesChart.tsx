import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import {
  daysApart,
  type PromiseCell,
  type PromiseLine,
  type Promises,
} from '../../../shared/reports/portfolio/promises'
import { addDays, type Day } from '../../../shared/time'
import { useAsk } from '../../api'
import { dayTick } from '../../ui/chart/chartWords'
import { HeatMap } from '../../ui/chart/HeatMap'
import { counted, grouped, orderCount } from '../../ui/counts'
import { LoadedView } from '../../ui/LoadedView'
import { ChartSkeleton } from './ChartSkeleton'

/** What is still to ship, campaign by the day it is promised for; what is overdue comes first. */
export function PromisesChart() {
  const promises = useAsk('reports.promises', {})
  return (
    <LoadedView of={promises} skeleton={<ChartSkeleton height={220} />}>
      {(value) => <PromiseMap promises={value} />}
    </LoadedView>
  )
}

const orders = { kind: 'count', unit: 'order' } as const

function PromiseMap({ promises }: { readonly promises: Promises }) {
  const navigate = useNavigate()
  const { today, lines } = promises
  const columns = useMemo(() => columnsFrom(today), [today])
  const names = useMemo(() => lines.map(lineName), [lines])
  const cells = useMemo(() => lines.map((line) => line.cells.map((cell) => cell?.orders ?? 0)), [lines])
  return (
    <HeatMap
      name="Shipping promises"
      title={`${orderCount(promises.orders)} to ship, ${overdueWords(promises)}`}
      head="Campaign, orders by the day they are promised for"
      empty="Nothing is to be shipped"
      lines={names}
      columns={columns}
      value={orders}
      cells={cells}
      onOpen={({ line, column }) => {
        const opened = lines[line]
        if (opened !== undefined) void navigate(behind(opened, column))
      }}
    />
  )
}

function overdueWords({ orders: all, overdueOrders }: Promises): string {
  if (overdueOrders === 0) return 'none of them overdue'
  return `${overdueOrders === all ? 'all' : grouped(overdueOrders)} of them overdue`
}

const columnsFrom = (today: Day): readonly string[] => [
  'overdue',
  'today',
  ...Array.from({ length: daysApart - 1 }, (_each, place) => dayTick(addDays(today, place + 1))),
  'later',
]

const lineName = ({ campaignId, productName, campaigns }: PromiseLine): string =>
  campaignId === null ? counted(campaigns, 'other campaign') : productName

/** The orders of a field; of several campaigns together the queue of all. */
function behind({ campaignId, cells }: PromiseLine, column: number) {
  if (campaignId === null) return { to: '/shipping' } as const
  if (column === 0) return { to: '/orders', search: { campaignId, overdue: true } } as const
  const cell: PromiseCell | null = cells[column] ?? null
  const placed = cell === null ? {} : { placedFrom: cell.placedFrom, placedTo: cell.placedTo }
  return { to: '/orders', search: { campaignId, toShip: true, ...placed } } as const
}
