import { describe, expect, test } from 'vitest'
import { addUp, closingLine, sumOfPlaywright, sumOfVitest } from '../../scripts/countTests.mjs'

const aVitestReport = (file: { status: string; assertionResults: { status: string }[] }, failed = 0) => ({
  numPassedTests: 5,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [file],
})

describe('the sum of a run', () => {
  test('adds up over all runners', () => {
    const sums = [
      { passed: 4, failed: 0, skipped: 0 },
      { passed: 10, failed: 1, skipped: 2 },
    ]
    expect(closingLine(addUp(sums))).toBe('14 passed, 1 failed, 2 skipped')
  })
  test('speaks of skipped tests only where there are some', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  })
})

describe('unit tests', () => {
  const goodFile = { status: 'passed', assertionResults: [{ status: 'passed' }] }

  test('count as the report says', () => {
    expect(sumOfVitest(aVitestReport(goodFile), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
  })
  test('count a file that could not be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] }
    expect(sumOfVitest(aVitestReport(broken), 1).failed).toBe(1)
  })
  test('count a failed test once, not once more for its file', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(sumOfVitest(aVitestReport(file, 1), 1).failed).toBe(1)
  })
  test('that ended badly without a failed test count as one failure', () => {
    expect(sumOfVitest(aVitestReport(goodFile), 1).failed).toBe(1)
  })
  test('that left no report count as one failure', () => {
    expect(sumOfVitest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('end-to-end tests', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }

  test('count as the report says, and one that passed only sometimes as failed', () => {
    expect(sumOfPlaywright({ stats }, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })
  test('that ended badly or without a report count as one failure', () => {
    expect(sumOfPlaywright({ stats: { ...stats, unexpected: 0, flaky: 0 } }, 1).failed).toBe(1)
    expect(sumOfPlaywright(undefined, 0).failed).toBe(1)
  })
})
