import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { campaignLabel } from '../../../shared/campaigns/campaignLabel'
import { id, type CampaignId } from '../../../shared/ids'
import { dashboardCharts, isDashboardChart } from '../../../shared/reports/dashboards/charts'
import type { DashboardChart } from '../../../shared/views/dashboard'
import { useAsk } from '../../api'
import classes from './dashboards.module.css'

const everyChart = Object.entries(dashboardCharts).map(([value, { name }]) => ({ value, label: name }))

/** Chooses a chart, and the campaign that it shows where it shows one. */
export function AddChart({ onAdd }: { readonly onAdd: (chart: DashboardChart) => void }) {
  const [chart, setChart] = useState<string | null>(null)
  const [campaign, setCampaign] = useState<string | null>(null)
  const campaigns = useAsk('campaigns.list', { text: '', states: [], productId: null })
  const known = chart !== null && isDashboardChart(chart) ? chart : null
  const ofCampaign = known !== null && dashboardCharts[known].of === 'campaign'
  const add = () => {
    if (known === null) return
    const campaignId = ofCampaign && campaign !== null ? id<CampaignId>(campaign) : null
    onAdd({ chart: known, campaignId, wide: false })
    setChart(null)
  }
  return (
    <div className={classes.bar}>
      <Select
        label="Chart"
        placeholder="Choose a chart"
        data={everyChart}
        value={chart}
        onChange={setChart}
        searchable
      />
      {ofCampaign && (
        <Select
          label="Campaign"
          placeholder="Choose its campaign"
          data={
            campaigns.state === 'loaded'
              ? campaigns.value.map((view) => ({ value: view.campaign.id, label: campaignLabel(view) }))
              : []
          }
          value={campaign}
          onChange={setCampaign}
          searchable
        />
      )}
      <Button variant="default" disabled={known === null || (ofCampaign && campaign === null)} onClick={add}>
        Add chart
      </Button>
    </div>
  )
}
