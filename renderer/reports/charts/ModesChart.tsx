import { useMemo } from 'react'
import { modeParts, type ModePart } from '../../../shared/reports/campaign/parts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import { BarList } from '../../ui/chart/BarList'
import { shareWords } from '../../ui/chart/chartWords'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { useOrdersBehind } from './useOrdersBehind'

/** In which modes the money came in, and what of it goes back. */
export function ModesChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Modes facts={facts} />}</OfCampaign>
}

function Modes({ facts }: { readonly facts: CampaignFacts }) {
  const { campaign, productName } = facts
  const modes = useMemo(() => modeParts(facts), [facts])
  const table = useMemo(() => chartTable(columnsOf(facts), modes), [facts, modes])
  const open = useOrdersBehind((row: number) => {
    const mode = modes[row]?.mode
    return mode && { campaignId: campaign.id, mode }
  })
  return (
    <BarList
      name="Payment modes"
      title={titleOf(modes)}
      words={[productName]}
      empty="No money has come in yet"
      table={table}
      bar="captured"
      onOpen={open}
      leadsTo="its orders"
    />
  )
}

const columnsOf = ({ campaign: { currency } }: CampaignFacts): readonly ChartColumn<keyof ModePart>[] => [
  { kind: 'text', key: 'mode', head: 'Payment mode' },
  { kind: 'money', currency, key: 'captured', head: 'Captured' },
  { kind: 'count', unit: 'payment', key: 'payments', head: 'Payments' },
  { kind: 'money', currency, key: 'back', head: 'Owed or paid back' },
]

function titleOf(modes: readonly ModePart[]): string {
  const [first] = modes
  const all = modes.reduce((sum, { captured }) => sum + captured, 0)
  return `${first?.mode ?? ''} brings ${shareWords(first?.captured ?? null, all)} of the money`
}
