import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { use, useMemo, type ReactNode } from 'react'
import { campaignLabel } from '../../../shared/campaigns/campaignLabel'
import type { CampaignId } from '../../../shared/ids'
import type { ChartTable } from '../../../shared/reports/chartTable'
import { isDashboardChart } from '../../../shared/reports/dashboards/charts'
import type { DashboardChart as Placed } from '../../../shared/views/dashboard'
import { longestChartName } from '../../../shared/sheets/takeaway'
import { useAsk } from '../../api'
import { CollectCharts } from '../../ui/chart/collectCharts'
import { dashboardParts } from './dashboardParts'
import classes from './dashboards.module.css'

interface DashboardChartProps {
  readonly placed: Placed
  /** What may be done with it; nothing on paper and while it is only looked at. */
  readonly tools?: ReactNode
}

/** One chart in its place, under the name of what it is of. */
export function DashboardChart({ placed, tools }: DashboardChartProps) {
  const { chart, campaignId, wide } = placed
  const Part = isDashboardChart(chart) ? dashboardParts[chart] : null
  const shown =
    Part === null ? (
      <Text c="dimmed">This version of the program does not know the chart “{chart}”.</Text>
    ) : (
      <Part campaignId={campaignId} />
    )
  return (
    <div className={classes.place} data-wide={wide || undefined}>
      {campaignId === null ? (
        <Head of="All campaigns" tools={tools} />
      ) : (
        <CampaignHead campaignId={campaignId} tools={tools} />
      )}
      {campaignId === null ? shown : <CollectAsCampaigns campaignId={campaignId}>{shown}</CollectAsCampaigns>}
    </div>
  )
}

function Head({ of, tools }: { readonly of: ReactNode; readonly tools: ReactNode }) {
  return (
    <div className={classes.head}>
      <p className={classes.of}>{of}</p>
      {tools}
    </div>
  )
}

interface CampaignHeadProps {
  readonly campaignId: CampaignId
  readonly tools: ReactNode
}

/** Which campaign a chart is of: its title says what is seen, as it does among the other charts of that campaign. */
function CampaignHead({ campaignId, tools }: CampaignHeadProps) {
  const label = useLabel(campaignId)
  const link = label !== null && (
    <Link to="/campaigns/$campaignId/charts" params={{ campaignId }} className={classes.link}>
      {label}
    </Link>
  )
  return <Head of={link} tools={tools} />
}

/** Null until it is known. */
function useLabel(campaignId: CampaignId): string | null {
  const view = useAsk('campaigns.one', { id: campaignId }, { keep: true })
  return view.state === 'loaded' && view.value !== null ? campaignLabel(view.value) : null
}

interface CollectAsCampaignsProps {
  readonly campaignId: CampaignId
  readonly children: ReactNode
}

/** Tells the chart's numbers under the campaign's name as well: the same chart of two campaigns makes two files. */
function CollectAsCampaigns({ campaignId, children }: CollectAsCampaignsProps) {
  const collect = use(CollectCharts)
  const label = useLabel(campaignId)
  const named = useMemo(
    () =>
      collect === null || label === null
        ? null
        : (name: string, table: ChartTable) => collect(shortened(`${name}, ${label}`), table),
    [collect, label],
  )
  return <CollectCharts value={named}>{children}</CollectCharts>
}

/** Both ends of a name that is too long for a file: the last words tell campaigns of one product apart. */
const shortened = (name: string): string =>
  name.length <= longestChartName ? name : `${name.slice(0, longestChartName - 31)}…${name.slice(-30)}`
