import { useMemo } from 'react'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import type { Part } from '../../../shared/reports/campaign/parts'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import type { OrdersSearch } from '../../orders/search'
import { BarList } from '../../ui/chart/BarList'
import { useOrdersBehind } from './useOrdersBehind'

interface PartsChartProps {
  readonly facts: CampaignFacts
  readonly name: string
  readonly title: string
  readonly empty: string
  /** What a part is, for the table: "State". */
  readonly head: string
  readonly parts: readonly Part[]
  /** What is counted besides units: "order" unless said. */
  readonly counts?: string
  /** The orders that a part is made of. */
  readonly behind: (part: Part) => OrdersSearch | undefined
}

/** How a campaign's units are shared out: a bar each, with orders and amount beside it in the table. */
export function PartsChart({ facts, name, title, empty, head, parts, counts = 'order', behind }: PartsChartProps) {
  const { currency } = facts.campaign
  const table = useMemo(() => {
    const columns: readonly ChartColumn<keyof Part>[] = [
      { kind: 'text', key: 'name', head },
      { kind: 'count', unit: 'unit', key: 'units', head: 'Units' },
      { kind: 'share', key: 'share', head: 'Share' },
      { kind: 'count', unit: counts, key: 'orders', head: `${counts[0]?.toUpperCase() ?? ''}${counts.slice(1)}s` },
      { kind: 'money', currency, key: 'amount', head: 'Amount' },
    ]
    return chartTable(columns, parts)
  }, [head, counts, currency, parts])
  return (
    <BarList
      name={name}
      title={title}
      words={[facts.productName]}
      empty={empty}
      table={table}
      bar="units"
      onOpen={useOrdersBehind((row) => parts[row] && behind(parts[row]))}
      leadsTo="its orders"
    />
  )
}
