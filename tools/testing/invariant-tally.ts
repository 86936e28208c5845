import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportFolder } from './steps.js'
import { oneCase, sum, type Tally } from './tally.js'

/**
 * The invariants that the suites before this one checked on the databases they had filled
 * (test/support/invariants.ts); none at all is a failure.
 */
export async function invariantTally(): Promise<Tally> {
  const names = existsSync(reportFolder) ? readdirSync(reportFolder) : []
  const reports = names
    .filter((name) => name.startsWith('invariants-'))
    .map((name) => JSON.parse(readFileSync(join(reportFolder, name), 'utf8')) as Tally)
  return reports.length === 0 ? oneCase(false) : sum(reports)
}
