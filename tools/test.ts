import { rmSync } from 'node:fs'
import { nodeScript } from './testing/command.js'
import { invariantTally } from './testing/invariant-tally.js'
import { ensurePrerequisites } from './testing/prerequisites.js'
import { buildAll, check, checkTypes, reportFolder, vitest } from './testing/steps.js'
import { oneCase, sum, type Tally } from './testing/tally.js'

/**
 * `npm test`: everything that continuous integration runs. A failing suite does not stop the next.
 * `npm test -- unit db` runs only the suites named.
 */
const log = (line: string) => process.stdout.write(`${line}\n`)

const suites: Record<string, () => Promise<Tally>> = {
  prerequisites: () => ensurePrerequisites(log),
  build: buildAll,
  format: () => check(nodeScript('node_modules/prettier/bin/prettier.cjs', '--check', '.')),
  lint: () => check(nodeScript('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0')),
  types: checkTypes,
  unused: () => check(nodeScript('node_modules/knip/bin/knip.js')),
  unit: () => vitest('unit'),
  screen: () => vitest('screen'),
  canary: () => vitest('canary'),
  db: () => vitest('db'),
  api: () => vitest('api'),
  fault: () => vitest('fault'),
  journeys: () => vitest('journeys'),
  invariants: invariantTally,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in suites))
if (unknown.length > 0) {
  log(`no suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`)
  process.exit(2)
}
rmSync(reportFolder, { recursive: true, force: true })

const results: [name: string, tally: Tally, seconds: number][] = []
for (const [name, run] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  log(`\n━━━ ${name} ${'━'.repeat(Math.max(0, 72 - name.length))}`)
  const started = Date.now()
  const tally = await run().catch((error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return oneCase(false)
  })
  results.push([name, tally, (Date.now() - started) / 1000])
}

for (const [name, { failures = [] }] of results) {
  for (const failure of failures) log(`✗ ${name} ${failure}`)
}
log(`\n━━━ all ${'━'.repeat(69)}`)
for (const [name, { passed, failed }, seconds] of results) {
  log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${String(passed).padStart(5)} passed ` +
      `${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
  )
}
const total = sum(results.map(([, tally]) => tally))
log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
