import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CampaignFacts } from '../../shared/reports/campaign/facts'
import type { Outlook } from '../../shared/reports/campaign/outlook'
import type { Forecast, RestsOn } from '../../shared/reports/forecast/forecast'
import { fewestOwn } from '../../shared/reports/forecast/ownRecord'
import { useAsk } from '../api'
import { measureWords } from '../campaigns/campaignWords'
import { LoadedView } from '../ui/LoadedView'
import { Panel } from '../ui/Panel'
import { counted, grouped } from '../ui/counts'
import { OfCampaign, type CampaignChartProps } from './charts/OfCampaign'
import classes from './campaignCharts.module.css'

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
          <dd className={classes.figure}>{campaign.fundedAt === null ? likely(forecast.probability) : 'already is'}</dd>
        </div>
        <div>
          <dt>Result, 80 % range</dt>
          <dd className={classes.figure}>
            {words(forecast.low)} to {words(forecast.high)}
          </dd>
        </div>
        <div>
          <dt>Median</dt>
          <dd className={classes.figure}>{words(forecast.median)}</dd>
        </div>
      </dl>
      <Note>{restsOnWords(forecast.restsOn)}</Note>
    </>
  )
}

/** Never certain before it has happened. */
const likely = (probability: number): string => {
  const percent = Math.round(probability * 100)
  if (percent >= 100) return 'over 99 %'
  return percent <= 0 ? 'under 1 %' : `${percent} %`
}

/** What a forecast was learnt from, and what it was not. */
const restsOnWords = ({ own, public: others }: RestsOn): string =>
  own === 0
    ? `Rests on ${grouped(others)} public campaigns that come with the program: with fewer than ${fewestOwn} own campaigns behind it, this shop has too few to learn from.`
    : `Rests on ${counted(own, 'own past campaign')}, and on ${grouped(others)} public ones that come with the program where the own ones say little.`

function Note({ children }: { readonly children: ReactNode }) {
  return <p className={classes.note}>{children}</p>
}
