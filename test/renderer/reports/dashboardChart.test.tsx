import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DashboardChart } from '../../../renderer/reports/dashboards/DashboardChart'
import { CollectCharts } from '../../../renderer/ui/chart/collectCharts'
import { id, type CampaignId } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import { longestChartName } from '../../../shared/sheets/takeaway'
import { aCampaign } from '../../shared/builders'
import { aPaidOrder } from '../../shared/orderBuilders'
import { factsOf } from '../../shared/reports/campaign/campaignFacts'
import { aBridge } from '../aBridge'
import { shown } from '../shown'

const names: Readonly<Record<string, string>> = {
  '00000000-0000-4000-8000-000000000071': 'Tripod',
  '00000000-0000-4000-8000-000000000072': `Receiver${' of many words'.repeat(9)}`,
}

test('the same chart of two campaigns is told under two names, which a file can have', async () => {
  const facts = factsOf([aPaidOrder()], aCampaign())
  aBridge(async ({ name, input }) => {
    if (name === 'reports.campaign') return ok(facts)
    const { id: asked } = input as { readonly id: string }
    return ok(name === 'campaigns.one' ? { campaign: aCampaign(), productName: names[asked] ?? '' } : null)
  })
  const told = new Set<string>()
  shown(
    <CollectCharts value={(name) => void told.add(name)}>
      {Object.keys(names).map((each) => (
        <DashboardChart
          key={each}
          placed={{ chart: 'campaign-totals', campaignId: id<CampaignId>(each), wide: false }}
        />
      ))}
    </CollectCharts>,
  )
  await waitFor(() => expect(told.size).toBe(2))
  expect([...told].filter((name) => name.startsWith('The three totals, Tripod'))).toHaveLength(1)
  for (const name of told) expect(name.length).toBeLessThanOrEqual(longestChartName)
})
