// What the runners' own reports say, added up. A runner that died without a report counts as one failure.

/** @typedef {{ passed: number, failed: number, skipped: number }} Sum */

/** @param {readonly Sum[]} sums @returns {Sum} */
export function addUp(sums) {
  return sums.reduce(
    (total, sum) => ({
      passed: total.passed + sum.passed,
      failed: total.failed + sum.failed,
      skipped: total.skipped + sum.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The closing line: `N passed, M failed`, and `, K skipped` where something was. @param {Sum} sum */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * What a vitest report (its JSON, or undefined where there is none) says. A file that could not even be loaded has no
 * tests to fail, so it counts as one; and so does a run that ended badly for a reason that no test shows.
 * @param {any} report
 * @param {number} code how the runner ended
 * @returns {Sum}
 */
export function sumOfVitest(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && file.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  return {
    passed: report.numPassedTests,
    failed: failedAtLeast(failed, code),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What a Playwright report says; flaky cannot occur, for there are no retries.
 * @param {any} report
 * @param {number} code how the runner ended
 * @returns {Sum}
 */
export function sumOfPlaywright(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: failedAtLeast(unexpected + flaky, code), skipped }
}

/** @param {number} failed @param {number} code */
const failedAtLeast = (failed, code) => (code === 0 ? failed : Math.max(failed, 1))
