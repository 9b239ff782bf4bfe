import { describe, expect, test } from 'vitest'
import { planReplay } from '../../../electron/replay/plan'
import { readRecordedCampaign, type RecordedCampaign } from '../../../electron/replay/recordedCampaign'
import { isoOf } from '../../../shared/time'

/** A campaign of three days in São Paulo, three hours behind UTC: 1 March 12:00 to 3 March 23:59:59. */
const recorded = (days: readonly (readonly [string, number, number])[]): RecordedCampaign =>
  readRecordedCampaign(
    JSON.stringify({
      id: 1,
      title: 'Casa',
      category: 'Música',
      goal: 500.5,
      launchedAt: '2015-03-01T15:00:00Z',
      deadline: '2015-03-04T02:59:59Z',
      state: 'successful',
      days,
    }),
    1,
  )

describe('planning the replay of a recorded campaign', () => {
  test("a day's contributions are as many orders as it had and add up to its amount", () => {
    const { contributions } = planReplay(recorded([['2015-03-02', 3, 10]]))
    expect(contributions.map(({ amount }) => amount)).toEqual([334, 333, 333])
  })

  test('a day before the launch counts as the launch', () => {
    const [first] = planReplay(recorded([['2015-02-27', 1, 10]])).contributions
    expect(first && isoOf(first.placedAt)).toBe('2015-03-01T15:00:00.000Z')
    expect(first?.late).toBe(false)
  })

  test("on the deadline's date the payment comes before the deadline", () => {
    const [first] = planReplay(recorded([['2015-03-03', 1, 10]])).contributions
    expect(first && isoOf(first.paidAt)).toBe('2015-03-03T15:00:00.000Z')
    expect(first?.late).toBe(false)
  })

  test("money dated after the deadline's date is late, for an order of the last instant", () => {
    const [first] = planReplay(recorded([['2015-03-04', 1, 10]])).contributions
    expect(first && isoOf(first.placedAt)).toBe('2015-03-04T02:59:59.000Z')
    expect(first && isoOf(first.paidAt)).toBe('2015-03-04T15:00:00.000Z')
    expect(first?.late).toBe(true)
  })

  test('the target is the goal in centavos', () => {
    expect(planReplay(recorded([])).target).toBe(50_050)
  })

  test('what is not a campaign is refused by its line', () => {
    expect(() => readRecordedCampaign('{', 7)).toThrow('Line 7 is not JSON.')
    expect(() => readRecordedCampaign('{"id":1}', 8)).toThrow(/^Line 8: title/u)
  })
})
