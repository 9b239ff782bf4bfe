import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CampaignFacts } from '../../shared/reports/campaign/facts'
import type { Outlook } from '../../shared/reports/campaign/outlook'
import type { Forecast } from '../../shared/reports/forecast/forecast'
import { useAsk } from '../api'
import { measureWords } from '../campaigns/campaignWords'
import { LoadedView } from '../ui/LoadedView'
import { Panel } from '../ui/Panel'
import { grouped } from '../ui/counts'
import { OfCampaign, type CampaignChartProps } from './charts/OfCampaign'
import classes from './campaignCharts.module.css'
import { likelyWords, restsOnWords } from './forecastWords'

/** How likely a running campaign is to be funded, where it will end, and what that rests on. */
export function ForecastPanel({ campaignId }: CampaignChartProps) {
  const outlook = useAsk('reports.outlook', { id: campaignId })
  return (
    <Panel
      title="Forecast"
      side={
        <Link to="/reports/what-if" search={{ campaignId }} className={classes.link}>
          What if …
        </Link>
      }
    >
      <OfCampaign campaignId={campaignId} height={40}>
        {(facts) => <LoadedView of={outlook}>{(found) => <Told facts={facts} outlook={found} />}</LoadedView>}
      </OfCampaign>
    </Panel>
  )
}

function Told({ facts, outlook }: { readonly facts: CampaignFacts; readonly outlook: Outlook | null }) {
  const forecast = outlook?.forecast ?? null
  if (forecast === null) return <Note>This campaign is over: its result is known, so nothing is forecast.</Note>
  if (forecast.kind === 'cannot know') {
    const why =
      forecast.why === 'not started'
        ? 'the campaign has not started'
        : 'no order has been paid, so it looks like any other'
    return <Note>The forecast cannot know yet: {why}.</Note>
  }
  return <Odds facts={facts} forecast={forecast} />
}

interface OddsProps {
  readonly facts: CampaignFacts
  readonly forecast: Extract<Forecast, { kind: 'forecast' }>
}

function Odds({ facts: { campaign }, forecast }: OddsProps) {
  const words = (value: number): string => measureWords(value, campaign)
  return (
    <>
      <dl className={classes.odds}>
        <div>
          <dt>Will be funded</dt>
          <dd className={classes.figure}>
            {campaign.fundedAt === null ? likelyWords(forecast.probability) : 'already is'}
          </dd>
        </div>
        <div>
          <dt>Its result, with 80 %</dt>
          <dd className={classes.figure}>
            {rangeWords(forecast.low, forecast.high, words, campaign.target.kind === 'units')}
          </dd>
        </div>
        <div>
          <dt>Median</dt>
          <dd className={classes.figure}>{words(forecast.median)}</dd>
        </div>
      </dl>
      <Note>Rests on {restsOnWords(forecast.restsOn)}</Note>
    </>
  )
}

/** "204 to 275 units"; amounts have their symbol both times. */
function rangeWords(low: number, high: number, words: (value: number) => string, units: boolean): string {
  if (low === high) return words(low)
  return `${units ? grouped(low) : words(low)} to ${words(high)}`
}

function Note({ children }: { readonly children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
