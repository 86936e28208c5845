/** How many cases of a suite held and how many did not. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

export const nothing: Tally = { passed: 0, failed: 0 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    nothing,
  )
}

export const oneCase = (isPassed: boolean): Tally => ({
  passed: isPassed ? 1 : 0,
  failed: isPassed ? 0 : 1,
})

interface VitestFile {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly { readonly status: string }[]
}

/**
 * Counts a report of vitest's JSON reporter. A file that could not be loaded holds no test that
 * failed, yet is a failure; so is a run that ends badly for any other reason, and one without tests.
 */
export function tallyOfVitest(report: unknown, exitCode: number | null): Tally {
  const files = (report as { testResults?: readonly VitestFile[] } | null)?.testResults ?? []
  const count = (status: string) =>
    files.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length
  const passed = count('passed')
  const broken = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = count('failed') + broken
  const endedBadly = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: endedBadly ? 1 : failed }
}
