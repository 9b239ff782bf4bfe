import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CalibrationChart } from '../../../renderer/reports/charts/CalibrationChart'
import { DailyChart } from '../../../renderer/reports/charts/DailyChart'
import { ModesChart } from '../../../renderer/reports/charts/ModesChart'
import { OffersChart } from '../../../renderer/reports/charts/OffersChart'
import { ReplayChart } from '../../../renderer/reports/charts/ReplayChart'
import { ForecastPanel } from '../../../renderer/reports/ForecastPanel'
import { LossesPanel } from '../../../renderer/reports/LossesPanel'
import type { Outlook } from '../../../shared/reports/campaign/outlook'
import { replay } from '../../../shared/reports/whatIf/replay'
import { ok } from '../../../shared/result'
import { instant, later, minute } from '../../../shared/time'
import { aCampaign, anOffer, campaignId } from '../../shared/builders'
import { aPaidOrder } from '../../shared/orderBuilders'
import { factsOf } from '../../shared/reports/campaign/campaignFacts'
import { aBridge } from '../aBridge'
import { shown } from '../shown'

const now = instant(Date.now())
/** Runs for a fortnight, since a week ago. */
const running = aCampaign({
  startsAt: later(now, -7 * 24 * 60 * minute),
  endsAt: later(now, 7 * 24 * 60 * minute),
})

const answering = (answers: Readonly<Record<string, unknown>>) => aBridge(async ({ name }) => ok(answers[name] ?? null))

test('a campaign without orders says so, and divides by nothing with a dash', async () => {
  answering({
    'reports.campaign': factsOf([], running),
    'reports.supporters': { supporters: 0, repeated: 0, returning: 0 },
  })
  shown(
    <>
      <LossesPanel campaignId={campaignId} />
      <ModesChart campaignId={campaignId} />
      <OffersChart campaignId={campaignId} />
    </>,
  )
  expect(await screen.findByText('No money has come in yet')).toBeTruthy()
  expect(screen.getByText('This campaign has no offers.')).toBeTruthy()
  const figures = screen.getByLabelText('Losses and supporters')
  expect(await within(figures).findAllByText('0 of 0 supporters')).toHaveLength(2)
  expect(within(figures).getAllByText('–')).toHaveLength(4)
})

test('days to come are a dash in the table, days without anything a nought', async () => {
  answering({ 'reports.campaign': factsOf([], running) })
  shown(<DailyChart campaignId={campaignId} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show as table: Day by day' }))
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows[0]?.textContent).toMatch(/000$/u)
  expect(rows.at(-1)?.textContent).toMatch(/–––$/u)
})

test('an offer that began with the campaign is told in words, not in numbers', async () => {
  const offer = anOffer({ startsAt: running.startsAt, endsAt: running.endsAt })
  const facts = factsOf([aPaidOrder({ offerId: offer.id, units: 2 })], { ...running, offers: [offer] })
  answering({ 'reports.campaign': facts })
  shown(<OffersChart campaignId={campaignId} />)
  expect(
    await screen.findByText(/2 units bought with it; nothing to compare with, it began with the campaign\./u),
  ).toBeTruthy()
})

const restsOn = { own: 0, public: 2789 }

test.each<[string, Outlook, RegExp]>([
  [
    'before any order',
    { forecast: { kind: 'cannot know', why: 'no order yet', restsOn }, fan: [] },
    /cannot know yet/u,
  ],
  ['once it is over', { forecast: null, fan: [] }, /its result is known/u],
  [
    'near its target',
    {
      forecast: {
        kind: 'forecast',
        probability: 0.9996,
        median: 210,
        low: 190,
        high: 260,
        low50: 200,
        high50: 230,
        restsOn,
      },
      fan: [],
    },
    /over 99 %/u,
  ],
])('a forecast never knows more than it can: %s', async (_when, outlook, words) => {
  answering({ 'reports.campaign': factsOf([], running), 'reports.outlook': outlook })
  shown(<ForecastPanel campaignId={campaignId} />)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('the forecast says how little its record is where there are few past campaigns', async () => {
  answering({ 'reports.forecastRecord': { campaigns: 3, bins: [], within: null } })
  shown(<CalibrationChart />)
  expect(await screen.findByText('Its record needs 10 past campaigns; there are 3')).toBeTruthy()
})

test('What if without a past campaign that fits claims nothing', async () => {
  const ask = {
    market: 'IN',
    target: { kind: 'units', units: 200 },
    days: 21,
    price: null,
    elasticity: 1,
    weekday: null,
    quarter: null,
  } as const
  answering({ 'reports.whatIf': { ...replay([], ask), elsewhere: { funded: 0.4, campaigns: 2789 } } })
  shown(<ReplayChart ask={ask} />)
  expect(await screen.findByText('No past campaign fits these terms')).toBeTruthy()
})
