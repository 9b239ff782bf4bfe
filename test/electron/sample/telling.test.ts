import { describe, expect, test } from 'vitest'
import { newAgenda } from '../../../electron/sample/agenda'
import { calendarAround } from '../../../electron/sample/calendar'
import { chanceFrom } from '../../../electron/sample/chance'
import { orderTimes } from '../../../electron/sample/curve'
import { inventPeople } from '../../../electron/sample/people'
import { normaliseSupporter } from '../../../shared/orders/supporter'
import { later, timeOfDay, type Instant } from '../../../shared/time'
import { endsAt, inIndia, india, midway, startsAt } from '../../shared/builders'

describe('the agenda', () => {
  test('does things in the order of time, those of one instant as they were planned, and nothing beyond now', async () => {
    const agenda = newAgenda()
    const done: string[] = []
    const clock: Instant[] = []
    const plan = (at: Instant, name: string) => agenda.plan(at, async () => void done.push(name))
    plan(midway, 'second')
    plan(later(endsAt, 1), 'never')
    agenda.plan(startsAt, async () => {
      done.push('first')
      plan(endsAt, 'last')
      plan(midway, 'third')
    })
    await agenda.run(endsAt, (at) => clock.push(at))
    expect(done).toEqual(['first', 'second', 'third', 'last'])
    expect(clock).toEqual([startsAt, midway, midway, endsAt])
  })
})

describe('chance', () => {
  test('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 8 }, () => chanceFrom(seed).next())
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  test('keeps to its bounds and weights', () => {
    const chance = chanceFrom(7)
    const wholes = Array.from({ length: 300 }, () => chance.whole(1, 3))
    expect([...new Set(wholes)].sort()).toEqual([1, 2, 3])
    const drawn = Array.from({ length: 1000 }, () =>
      chance.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    )
    expect(drawn.filter((each) => each === 'seldom').length).toBeGreaterThan(50)
    expect(drawn.filter((each) => each === 'seldom').length).toBeLessThan(200)
    expect(drawn).not.toContain('never')
  })
})

describe('the times of orders', () => {
  const until = midway
  const times = orderTimes({ startsAt, endsAt, until }, 400, chanceFrom(3))

  test('lie within the campaign and before now, in their order', () => {
    expect(times).toHaveLength(400)
    expect(times.every((at) => at >= startsAt && at < until)).toBe(true)
    expect(times).toEqual(times.toSorted((left, right) => left - right))
  })

  test('are those of people who sleep at night', () => {
    const hourOf = (at: Instant) => Number(timeOfDay(at, india).slice(0, 2))
    const evening = times.filter((at) => hourOf(at) >= 19 && hourOf(at) < 23).length
    const night = times.filter((at) => hourOf(at) >= 1 && hourOf(at) < 5).length
    expect(evening).toBeGreaterThan(5 * night)
  })
})

describe('the calendar', () => {
  const calendar = calendarAround(inIndia('2018-04-16T00:00:01'))

  test('counts days from today in India', () => {
    expect(calendar.time(0, '00:00')).toBe(inIndia('2018-04-16T00:00:00'))
    expect(calendar.endOf(-1)).toBe(inIndia('2018-04-15T23:59:59'))
  })

  test('knows weekends', () => {
    expect([-3, -2, -1, 0].map(calendar.isWorkingDay)).toEqual([true, false, false, true])
  })
})

test('invented people could order: each number is one of its own, each PIN code a possible one', () => {
  const people = inventPeople(400, chanceFrom(5))
  expect(new Set(people.map(({ phone }) => phone)).size).toBe(400)
  for (const person of people) {
    const normal = normaliseSupporter(person, 'IN')
    expect(normal).toEqual({ ok: true, value: person })
  }
})
