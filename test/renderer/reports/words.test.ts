import { expect, test } from 'vitest'
import { endLabels } from '../../../renderer/reports/charts/endLabels'
import { changeWords, pointsWords, spanWords } from '../../../renderer/reports/periodWords'
import { paceWords } from '../../../renderer/reports/runningColumns'
import { day } from '../../../shared/time'

test.each([
  [112, 100, '12 % more'],
  [95.5, 100, '4.5 % less'],
  [100, 100, 'as before'],
  [0, 100, '100 % less'],
  [1300, 100, '13 times what it was'],
  [5, 0, '–'],
  [0, 0, '–'],
  [null, 100, '–'],
  [100, null, '–'],
])('%j beside %j is %s', (now, before, words) => {
  expect(changeWords({ now, before })).toBe(words)
})

test('shares differ by points, never by percent', () => {
  expect(pointsWords({ now: 0.72, before: 0.69 })).toBe('3 points more')
  expect(pointsWords({ now: 0.5, before: 0.51 })).toBe('1 point less')
  expect(pointsWords({ now: 0.5, before: null })).toBe('–')
})

test('a pace is ahead, behind or even', () => {
  expect([3, -1.5, 1, 0, null].map(paceWords)).toEqual([
    '3 days ahead',
    '1.5 days behind',
    '1 day ahead',
    'on pace',
    '–',
  ])
})

test('a span of one day is that day', () => {
  expect(spanWords({ from: day('2018-04-14'), to: day('2018-04-14') })).toBe('14 Apr 2018')
  expect(spanWords({ from: day('2018-04-14'), to: day('2018-05-01') })).toBe('14 Apr 2018 – 1 May 2018')
})

test('names of lines that end close by are moved apart, those far along the axis are not', () => {
  const look = { most: 100, pixels: 100, apart: 14, wide: 2 }
  const labels = endLabels(
    [
      [1, 50, null, null],
      [1, 1, 1, 52],
      [1, 1, 1, 53],
      [null, null, null, null],
    ],
    look,
  )
  expect(labels).toEqual([{ place: 1, moved: 0 }, { place: 3, moved: 0 }, { place: 3, moved: -13 }, null])
})

test('names at the top come down instead of leaving the chart', () => {
  const look = { most: 100, pixels: 100, apart: 14, wide: 2 }
  const labels = endLabels([[100], [99], [98]], look)
  expect(labels.map((label) => label?.moved)).toEqual([0, 13, 26])
})
