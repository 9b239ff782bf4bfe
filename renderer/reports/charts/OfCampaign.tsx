import { IconTargetOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { CampaignId } from '../../../shared/ids'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { useAsk } from '../../api'
import { EmptyState } from '../../ui/EmptyState'
import { LoadedView } from '../../ui/LoadedView'
import { ChartSkeleton } from './ChartSkeleton'

/** A chart of one campaign asks for that campaign by itself, so it stands on any page. */
export interface CampaignChartProps {
  readonly campaignId: CampaignId
}

interface OfCampaignProps extends CampaignChartProps {
  /** Of the chart, in pixels: what stands here meanwhile is as high. */
  readonly height?: number
  readonly children: (facts: CampaignFacts) => ReactElement | null
}

/** Asks for what the campaign's charts are made of; charts of one campaign ask once between them. */
export function OfCampaign({ campaignId, height = 240, children }: OfCampaignProps) {
  const facts = useAsk('reports.campaign', { id: campaignId })
  return (
    <LoadedView of={facts} skeleton={<ChartSkeleton height={height + 76} />}>
      {(found) =>
        found === null ? (
          <EmptyState icon={IconTargetOff} title="There is no such campaign">
            It may be a draft that was discarded.
          </EmptyState>
        ) : (
          children(found)
        )
      }
    </LoadedView>
  )
}
