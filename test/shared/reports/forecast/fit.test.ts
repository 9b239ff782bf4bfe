import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationOf } from '../../../../shared/reports/forecast/calibration'
import { judge, judgedShares, scoreOf } from '../../../../shared/reports/forecast/evaluate'
import { featureNames, featurePairs } from '../../../../shared/reports/forecast/features'
import { fitModel } from '../../../../shared/reports/forecast/fit'
import { fitLogistic, probabilityOf } from '../../../../shared/reports/forecast/logistic'
import { curveShares, levels, momentShares, type ForecastModel } from '../../../../shared/reports/forecast/model'
import { oddsOf } from '../../../../shared/reports/forecast/odds'
import { fewestOwn, modelOf, recordOf } from '../../../../shared/reports/forecast/ownRecord'
import { prior } from '../../../../shared/reports/forecast/prior'
import type { PastCampaign } from '../../../../shared/reports/forecast/seen'
import { dayLength, instant } from '../../../../shared/time'
import { dice, somePast } from './pastBuilder'

const scored = (model: ForecastModel, past: readonly PastCampaign[], elapsed: number) =>
  scoreOf(
    elapsed,
    past.map((campaign) => judge(campaign, elapsed, (seen) => oddsOf(model, seen))),
  )

test('the weights that made the outcomes are found again', () => {
  const roll = dice(3)
  const rows = Array.from({ length: 4000 }, () => {
    const terms = [1, roll() * 4 - 2, roll() * 4 - 2]
    const happened = roll() < probabilityOf(0.5 + 1.5 * (terms[1] ?? 0) - (terms[2] ?? 0))
    return { terms, happened, weight: 1 }
  })
  const [level, first, second] = fitLogistic(rows, [0, 0, 0], 0.1)
  expect(level).toBeCloseTo(0.5, 0)
  expect(first).toBeGreaterThan(1.3)
  expect(first).toBeLessThan(1.7)
  expect(second).toBeLessThan(-0.85)
  expect(second).toBeGreaterThan(-1.15)
})

test('the weights are those under which what happened is likeliest, also where the terms tell everything', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom(0, 0.2),
      fc.constantFrom(0, 1),
      fc.constantFrom(1, 25),
      (seed, noise, known, pull) => {
        const roll = dice(seed)
        const rows = Array.from({ length: 300 }, () => {
          const terms = [1, ...Array.from({ length: 5 }, () => 8 * roll() - 4)]
          const happened = (terms[1] ?? 0) + (terms[2] ?? 0) > 0.3
          return { terms, happened: roll() < noise ? !happened : happened, weight: 0.2 + roll() }
        })
        const towards = Array.from({ length: 6 }, () => known * (40 * roll() - 20))
        const weights = fitLogistic(rows, towards, pull)
        // Where nothing is likelier, the slope is level in every direction; the pull is its own counterweight.
        const slope = weights.map((weight, index) => {
          const held = index === 0 && known === 0 ? 1e-6 : pull
          const raised = rows.map(({ terms, happened, weight: counts }) => {
            const expected = probabilityOf(terms.reduce((sum, term, at) => sum + term * (weights[at] ?? 0), 0))
            return counts * ((happened ? 1 : 0) - expected) * (terms[index] ?? 0)
          })
          return raised.reduce((sum, each) => sum + each, 0) - held * (weight - (towards[index] ?? 0))
        })
        for (const each of slope) expect(Math.abs(each)).toBeLessThan(1e-3)
      },
    ),
    { numRuns: 40 },
  )
})

test('a model of past campaigns forecasts others like them, and its ranges hold', () => {
  const model = fitModel(somePast(300, 1), { kind: 'public' })
  const others = somePast(250, 2)
  expect(model.restsOn).toEqual({ own: 0, public: 300 })
  const half = scored(model, others, 0.5)
  expect(half.n).toBe(250)
  expect(half.accuracy).toBeGreaterThan(0.85)
  expect(half.brier).toBeLessThan(0.12)
  for (const elapsed of [0.1, 0.5, 0.9]) {
    const { band80 } = scored(model, others, elapsed)
    expect(band80).toBeGreaterThan(0.72)
    expect(band80).toBeLessThan(0.88)
  }
}, 20_000)

test('with few campaigns of its own a shop gets the built-in model, with enough of them one that leans to theirs', () => {
  const slowStarters = somePast(120, 5, 0.7)
  expect(modelOf(slowStarters.slice(0, fewestOwn - 1))).toBe(prior)
  const own = modelOf(slowStarters)
  expect(own.restsOn).toEqual({ own: 120, public: prior.restsOn.public })
  const others = somePast(300, 6, 0.7)
  expect(scored(own, others, 0.5).brier).toBeLessThan(scored(prior, others, 0.5).brier)
})

test("the shop's record is what would have been forecast then: each campaign by those that were over before it", () => {
  const own = somePast(45, 8, 0.7).map((campaign, index) => {
    const moved = (at: number) => instant(at + index * 40 * dayLength)
    return {
      ...campaign,
      startsAt: moved(campaign.startsAt),
      endsAt: moved(campaign.endsAt),
      days: campaign.days.map((day) => ({ ...day, from: moved(day.from), to: moved(day.to) })),
    }
  })
  const record = recordOf(own)
  expect(record).toHaveLength(45 * judgedShares.length)
  const early = own.slice(0, fewestOwn).map((campaign) => judge(campaign, 0.5, (seen) => oddsOf(prior, seen)))
  expect(record.filter(({ elapsed }) => elapsed === 0.5).slice(0, fewestOwn)).toEqual(
    early.map((judged) => ({ elapsed: 0.5, ...judged })),
  )
  // Changing how the last campaign ended changes no forecast, of itself or of any before it.
  const last = own.at(-1)
  if (last === undefined) throw new Error('there are campaigns')
  const otherwise = recordOf([...own.slice(0, -1), { ...last, funded: !last.funded }])
  expect(otherwise.map(({ probability }) => probability)).toEqual(record.map(({ probability }) => probability))
})

test('the calibration chart counts every forecast once', () => {
  const judged = [
    { probability: 0, funded: false },
    { probability: 0.05, funded: true },
    { probability: 0.3, funded: false },
    { probability: 1, funded: true },
  ]
  expect(calibrationOf(judged)).toEqual([
    { from: 0, to: 0.1, n: 2, said: 0.025, happened: 0.5 },
    { from: 0.3, to: 0.4, n: 1, said: 0.3, happened: 0 },
    { from: 0.9, to: 1, n: 1, said: 1, happened: 1 },
  ])
  expect(calibrationOf([])).toEqual([])
})

test('the built-in model is whole', () => {
  expect(prior.restsOn.own).toBe(0)
  expect(prior.restsOn.public).toBeGreaterThan(2000)
  expect(prior.scale.means).toHaveLength(featureNames.length)
  expect(prior.scale.deviations).toHaveLength(featureNames.length)
  expect(prior.curve).toHaveLength(curveShares.length)
  expect(prior.moments.map(({ elapsed }) => elapsed)).toEqual(momentShares)
  for (const { weights, missed, missedFromNothing, funded } of prior.moments) {
    expect(weights).toHaveLength(1 + featureNames.length + featurePairs.length)
    for (const { results } of [...missed, ...missedFromNothing, ...funded, ...prior.beyond]) {
      expect(results).toHaveLength(levels.length)
      expect(results).toEqual(results.toSorted((left, right) => left - right))
    }
  }
})
