import { expect, test } from 'vitest'
import { createForecaster } from '../../../electron/forecast/forecaster'
import { learnHere, type Task } from '../../../electron/forecast/learn'
import { id, type CampaignId } from '../../../shared/ids'
import { prior } from '../../../shared/reports/forecast/prior'
import { fewestOwn } from '../../../shared/reports/forecast/ownRecord'
import { aCampaign, aCount, afterEnd, aTally } from '../../shared/builders'

const past = (count: number) =>
  Array.from({ length: count }, (_none, index) => ({
    campaign: aCampaign({ id: id<CampaignId>(`campaign-${index}`) }),
    tally: aTally({
      byDay: {
        '2018-04-10': { placed: aCount(), paid: aCount({ orders: 3, units: 3 * (index + 1) }), cancelled: aCount() },
      },
    }),
    state: 'failed' as const,
    productName: 'Tripod',
  }))

const counting = () => {
  const tasks: Task[] = []
  const forecaster = createForecaster((task) => {
    tasks.push(task)
    return learnHere({ ...task, past: task.past.slice(0, 2) })
  })
  return { tasks, forecaster }
}

test('few campaigns teach nothing that is not built in, and nothing is learnt aside for them', async () => {
  const { tasks, forecaster } = counting()
  expect(await forecaster.model(past(fewestOwn - 1), afterEnd)).toBe(prior)
  expect(tasks).toEqual([])
})

test('what was learnt is kept until another campaign is over', async () => {
  const { tasks, forecaster } = counting()
  await Promise.all([forecaster.model(past(fewestOwn), afterEnd), forecaster.model(past(fewestOwn), afterEnd)])
  await forecaster.model(
    [...past(fewestOwn), { ...past(1)[0], campaign: aCampaign({ launchedAt: null }) } as never],
    afterEnd,
  )
  expect(tasks.map(({ lesson, past: known }) => [lesson, known.length])).toEqual([['model', fewestOwn]])
  await forecaster.model(past(fewestOwn + 1), afterEnd)
  await forecaster.record(past(fewestOwn + 1), afterEnd)
  expect(tasks.slice(1).map(({ lesson, past: known }) => [lesson, known.length])).toEqual([
    ['model', fewestOwn + 1],
    ['record', fewestOwn + 1],
  ])
})

test('what was known at several instants is kept side by side, the latest asked for', async () => {
  const { tasks, forecaster } = counting()
  const learnt = () => tasks.map(({ past: known }) => known.length)
  const [more, fewer] = [past(fewestOwn + 1), past(fewestOwn)]
  for (const asked of [more, fewer, more, fewer]) await forecaster.model(asked, afterEnd)
  expect(learnt()).toEqual([fewestOwn + 1, fewestOwn])
  for (let others = 0; others < 8; others += 1) await forecaster.model(past(fewestOwn + 2 + others), afterEnd)
  await forecaster.model(fewer, afterEnd)
  expect(learnt().at(-1)).toBe(fewestOwn)
})

test('what could not be learnt is tried again', async () => {
  let tries = 0
  const forecaster = createForecaster(async () => {
    tries += 1
    if (tries === 1) throw new Error('the thread ended')
    return prior
  })
  await expect(forecaster.model(past(fewestOwn), afterEnd)).rejects.toThrow('the thread ended')
  expect(await forecaster.model(past(fewestOwn), afterEnd)).toBe(prior)
})
