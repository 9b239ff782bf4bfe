import { useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, XAxis } from 'recharts'
import type { CampaignFacts } from '../../../shared/reports/campaign/facts'
import { offerEffects, paceUnit, type OfferEffect } from '../../../shared/reports/campaign/offerEffects'
import { chartTable, type ChartColumn } from '../../../shared/reports/chartTable'
import { discountWords } from '../../campaigns/campaignWords'
import { ChartFrame } from '../../ui/chart/ChartFrame'
import { ChartTip } from '../../ui/chart/ChartTip'
import { axisLook, barLook, chartColours, gridLook, plotLook } from '../../ui/chart/chartTheme'
import { ValueAxis } from '../../ui/chart/ValueAxis'
import { unitCount } from '../../ui/counts'
import { useNow } from '../../ui/useNow'
import { behindOffer } from './behind'
import { OfCampaign, type CampaignChartProps } from './OfCampaign'
import { useOrdersBehind } from './useOrdersBehind'
import classes from '../campaignCharts.module.css'
import { effectWords } from './offerWords'

/** What each offer did: how fast units were paid while it ran, against as many hours right before it. */
export function OffersChart({ campaignId }: CampaignChartProps) {
  return <OfCampaign campaignId={campaignId}>{(facts) => <Offers facts={facts} />}</OfCampaign>
}

function Offers({ facts }: { readonly facts: CampaignFacts }) {
  const { productName } = facts
  const now = useNow()
  const effects = useMemo(() => offerEffects(facts, now), [facts, now])
  const { per, hours } = paceUnit(Math.max(0, ...effects.map(({ pace }) => ('hours' in pace ? pace.hours : 0))))
  const table = useMemo(
    () =>
      chartTable(
        columnsOf(facts, per),
        effects.map((effect) => rowOf(effect, hours, facts)),
      ),
    [facts, per, hours, effects],
  )
  const open = useOrdersBehind((row: number) => {
    const effect = effects[row]
    return effect && behindOffer(facts.campaign.id, effect.offer.id)
  })
  if (effects.length === 0) return <p className={classes.note}>This campaign has no offers.</p>
  return (
    <div>
      <ChartFrame
        name="Offers"
        title={titleOf(effects)}
        words={[productName]}
        table={table}
        height={200}
        onOpen={open}
        leadsTo="orders bought with it"
        legend={[
          { label: `Units paid per ${per}, before`, colour: chartColours.lapsed, look: 'bar' },
          { label: `Units paid per ${per}, with the offer`, colour: chartColours.late, look: 'bar' },
        ]}
      >
        {(points) => (
          <BarChart data={[...points]} {...plotLook}>
            <CartesianGrid {...gridLook} />
            <XAxis dataKey="offer" {...axisLook} />
            <ValueAxis of={['before', 'during']} words={String} />
            <ChartTip />
            <Bar dataKey="before" fill={chartColours.lapsed} {...barLook} />
            <Bar dataKey="during" fill={chartColours.late} {...barLook} />
          </BarChart>
        )}
      </ChartFrame>
      <ul className={classes.notes} aria-label="Offers in words">
        {effects.map(({ offer, bought, pace }) => (
          <li key={offer.id}>
            {offer.name}: {unitCount(bought.units)} bought with it; {effectWords(pace)}.
          </li>
        ))}
        <li>
          A pace is the units paid in whole hours, from an offer’s start on and right before it, as many on each side;
          cancellations later are not taken off, and what else happened in that time is not known.
        </li>
      </ul>
    </div>
  )
}

type Key = 'offer' | 'units' | 'before' | 'during' | 'hours' | 'times' | 'words'

const columnsOf = ({ campaign }: CampaignFacts, per: string): readonly ChartColumn<Key>[] => [
  { kind: 'text', key: 'offer', head: 'Offer' },
  { kind: 'count', unit: 'unit', key: 'units', head: 'Bought with it' },
  { kind: 'figure', unit: `units per ${per}`, decimals: 1, key: 'before', head: 'Before' },
  { kind: 'figure', unit: `units per ${per}`, decimals: 1, key: 'during', head: 'With the offer' },
  { kind: 'count', unit: 'hour', key: 'hours', head: 'Compared on each side' },
  { kind: 'figure', unit: 'times', decimals: 1, key: 'times', head: 'With ÷ before' },
  { kind: 'text', key: 'words', head: `In words (${campaign.zone})` },
]

function rowOf(
  { offer, bought, pace }: OfferEffect,
  hours: number,
  { campaign }: CampaignFacts,
): Record<Key, string | number | null> {
  const told = 'hours' in pace ? pace : null
  return {
    offer: `${offer.name}, ${discountWords(offer.discount, campaign.currency)}`,
    units: bought.units,
    before: told === null ? null : told.before * hours,
    during: told === null ? null : told.during * hours,
    hours: told?.hours ?? null,
    times: told?.times ?? null,
    words: effectWords(pace),
  }
}

function titleOf(effects: readonly OfferEffect[]): string {
  const bought = effects.reduce((sum, effect) => sum + effect.bought.units, 0)
  const [known] = effects.filter(({ pace }) => 'hours' in pace)
  if (known === undefined) return `${unitCount(bought)} bought with an offer; its effect on the pace: too early to say`
  return `${unitCount(bought)} bought with an offer; ${known.offer.name}: ${effectWords(known.pace)}`
}
