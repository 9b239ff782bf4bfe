import { describe, expect, test } from 'vitest'
import { chartDays, progressTitle } from '../../../renderer/campaigns/page/chartDays'
import { aCampaign, aCount, afterEnd, aTally, inIndia, midway } from '../../shared/builders'

const net = (units: number) => aTally({ net: aCount({ units }) })

describe('the title of the progress chart says what is seen', () => {
  test.each([
    ['before the start', net(0), aCampaign(), inIndia('2018-04-01T00:00:00'), '0 of 200 units, starts on 5 Apr 2018'],
    ['ahead', net(128), aCampaign(), midway, '128 of 200 units, 2.2 days ahead of pace'],
    ['behind', net(20), aCampaign(), midway, '20 of 200 units, 5.6 days behind pace'],
    ['funded', net(210), aCampaign({ fundedAt: midway }), midway, '210 of 200 units, funded on 12 Apr 2018'],
    ['ended', net(150), aCampaign(), afterEnd, '150 of 200 units, not funded by the end'],
  ])('%s', (_case, tally, campaign, at, title) => {
    expect(progressTitle(campaign, tally, at)).toBe(title)
  })
})

test('cancellations are told apart, a day without any counts nothing, and days to come are missing', () => {
  const campaign = aCampaign()
  const tally = aTally({
    net: aCount({ units: 6 }),
    byDay: {
      '2018-04-05': { placed: aCount({ units: 9 }), paid: aCount({ units: 8 }), cancelled: aCount() },
      '2018-04-06': { placed: aCount(), paid: aCount(), cancelled: aCount({ units: 2 }) },
    },
  })
  const days = chartDays(campaign, tally, inIndia('2018-04-06T12:00:00')).slice(0, 3)
  expect(days.map(({ day, reached, placed, paid, cancelled }) => [day, reached, placed, paid, cancelled])).toEqual([
    ['2018-04-05', 8, 9, 8, 0],
    ['2018-04-06', 6, 0, 0, 2],
    ['2018-04-07', null, null, null, null],
  ])
})
