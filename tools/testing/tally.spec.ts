import { describe, expect, it } from 'vitest'
import { sum, tallyOfVitest } from './tally.js'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.spec.ts',
  status,
  assertionResults: tests.map((test, index) => ({ status: test, fullName: `case ${index}` })),
})

describe('the count of a test run', () => {
  it('adds passed and failed tests over all files', () => {
    const report = {
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
    }
    expect(tallyOfVitest(report, 1)).toEqual({
      passed: 3,
      failed: 1,
      failures: ['a.spec.ts: case 1'],
    })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const report = { testResults: [file('passed', 'passed'), file('failed')] }
    expect(tallyOfVitest(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['a.spec.ts could not be loaded'],
    })
  })

  it('counts a run that ends badly although every test passed', () => {
    expect(tallyOfVitest({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1)
    expect(tallyOfVitest({ testResults: [file('passed', 'passed')] }, null).failed).toBe(1)
  })

  it('does not take a run without tests or without a report for a success', () => {
    expect(tallyOfVitest({ testResults: [] }, 0).failed).toBe(1)
    expect(tallyOfVitest(null, 0).failed).toBe(1)
  })

  it('does not count skipped tests', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped', 'todo')] }
    expect(tallyOfVitest(report, 0)).toEqual({ passed: 1, failed: 0 })
  })

  it('sums suites', () => {
    expect(
      sum([
        { passed: 1, failed: 2 },
        { passed: 3, failed: 0 },
      ]),
    ).toEqual({ passed: 4, failed: 2 })
  })
})
