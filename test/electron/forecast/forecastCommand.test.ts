import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { forecastCommand } from '../../../electron/forecast/forecastCommand'
import { pastCampaignOf } from '../../../electron/forecast/readPast'
import { bestThreshold, straightLine } from '../../../electron/forecast/yardsticks'
import { readRecordedCampaign } from '../../../electron/replay/recordedCampaign'
import { judgedShares } from '../../../shared/reports/forecast/evaluate'
import { addDays, day } from '../../../shared/time'

const folder = mkdtempSync(path.join(tmpdir(), 'forecast-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const firstDay = day('2015-03-02')

/** A recorded campaign of twenty days that got `perDay` every day, in two contributions. */
const recorded = (number: number, perDay: number, overrides: object = {}): string =>
  JSON.stringify({
    id: number,
    title: `Casa ${String(number)}`,
    category: 'Música',
    goal: 1000,
    launchedAt: '2015-03-02T15:00:00Z',
    deadline: '2015-03-22T02:59:59Z',
    state: perDay * 20 >= 1000 ? 'successful' : 'failed',
    days: perDay === 0 ? [] : Array.from({ length: 20 }, (_none, index) => [addDays(firstDay, index), 2, perDay]),
    ...overrides,
  })

function fileOf(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return file
}

async function command(...args: string[]) {
  const lines: string[] = []
  const complaints: string[] = []
  const status = await forecastCommand(args, {
    say: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
  })
  return { status, lines, complaints }
}

const lines = Array.from({ length: 60 }, (_none, index) => recorded(index, index % 4 === 0 ? 0 : 5 + index * 2))
const file = fileOf('campaigns.ndjson', lines)

test('without a file the command says so', async () => {
  const { status, complaints } = await command('--json')
  expect(status).toBe(2)
  expect(complaints[0]).toBe('No file of past campaigns was given.')
  await expect(command(path.join(folder, 'absent.ndjson'))).rejects.toThrow('absent.ndjson')
  expect(await command(fileOf('empty.ndjson', []))).toMatchObject({ status: 1 })
})

interface Scores {
  readonly at: readonly { readonly [name: string]: number }[]
}

test('every campaign is judged at every share, also those that nobody supported', async () => {
  const { status, lines: said } = await command(file, '--json')
  expect(status).toBe(0)
  const { at } = JSON.parse(said.at(-1) ?? '') as Scores
  expect(at.map(({ elapsed }) => elapsed)).toEqual([...judgedShares])
  for (const score of at) {
    expect(Object.keys(score)).toEqual(['elapsed', 'n', 'accuracy', 'brier', 'band80'])
    expect(score.n).toBe(60)
    expect(score.accuracy).toBeGreaterThan(0.6)
    expect(score.brier).toBeLessThan(0.25)
  }
  expect(at.at(-1)?.accuracy).toBeGreaterThan(0.7)
})

test('a model of other campaigns is used where it is asked for, and can be written as the built-in one', async () => {
  const others = fileOf('others.ndjson', lines.slice(0, 40))
  const fitted = await command(file, '--fit', others)
  expect(fitted.lines[0]).toContain('a model of the given campaigns, which rests on 40')
  expect((await command(file, '--folds', '3')).lines[0]).toContain('3 models')
  const written = path.join(folder, 'prior.ts')
  expect((await command(file, '--write', written)).status).toBe(0)
  expect(readFileSync(written, 'utf8')).toContain('made from 60 public all-or-nothing campaigns')
  expect((await command(file, '--fit', others, '--folds', '3')).status).toBe(2)
})

const past = (line: string) => pastCampaignOf(readRecordedCampaign(line, 1))

test('a recorded campaign is read in centavos, its late money included', () => {
  const campaign = past(
    recorded(1, 60, {
      days: [
        ['2015-03-02', 1, 10.1],
        ['2015-03-30', 1, 990],
      ],
    }),
  )
  expect(campaign).toMatchObject({ target: 100_000, result: 100_010, funded: true, startIsKnown: true })
  expect(past(recorded(1, 60, { launchedAt: '2012-03-02T02:59:59Z' })).startIsKnown).toBe(false)
})

test('the simple methods call as they should', () => {
  const campaigns = [60, 55, 10, 0].map((perDay, index) => past(recorded(index, perDay)))
  expect(straightLine(campaigns, 0.5)).toEqual({ accuracy: 1, brierOfCalls: 0, brierOfRates: 0 })
  expect(bestThreshold(campaigns, 0.5)).toEqual({ accuracy: 1, brierOfCalls: 0, brierOfRates: 0 })
  const unlike = [...campaigns, past(recorded(9, 55, { state: 'failed' }))]
  expect(straightLine(unlike, 0.5).accuracy).toBe(0.8)
  expect(straightLine(unlike, 0.5).brierOfRates).toBeCloseTo((3 / 5) * (2 / 3) * (1 / 3))
})
