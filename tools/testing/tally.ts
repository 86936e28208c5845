/** How many cases of a suite held and how many did not. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Those that did not, by name, as far as they have one. */
  readonly failures?: readonly string[]
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
  readonly assertionResults: readonly { readonly status: string; readonly fullName?: string }[]
}

/**
 * Counts a report of vitest's JSON reporter. A file that could not be loaded holds no test that
 * failed, yet is a failure; so is a run that ends badly for any other reason, and one without tests.
 */
export function tallyOfVitest(report: unknown, exitCode: number | null): Tally {
  const files = (report as { testResults?: readonly VitestFile[] } | null)?.testResults ?? []
  const passed = files
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'passed').length
  const failures = files.flatMap(failuresOf)
  const endedBadly = failures.length === 0 && (exitCode !== 0 || passed === 0)
  return endedBadly
    ? { passed, failed: 1 }
    : { passed, failed: failures.length, ...(failures.length > 0 && { failures }) }
}

function failuresOf({ name, status, assertionResults }: VitestFile): string[] {
  const tests = assertionResults.filter((test) => test.status === 'failed')
  if (tests.length === 0) return status === 'failed' ? [`${name} could not be loaded`] : []
  return tests.map(({ fullName = 'a test' }) => `${name}: ${fullName}`)
}
