/**
 * `npm run bench:matching -- [FOLDER] [--full] [--events] [--flips N [--moves N]] [--xl]`
 *
 * Measures the engine. Without FOLDER it makes its own markets, small to large (--xl: and very large). With one it takes every
 * `NAME.json` in it; beside `NAME.net` (the same network for LEMON) and with LEMON_PROGRAM set, LEMON's
 * network simplex runs in the same breath; with `NAME.events.json` and --events the stream is played.
 * --flips N draws N stated flips of each market, writes each into it and solves everything again, on all cores: in full
 * mode 100 at most, and above 1,000 lines only with --moves N, which sets the search's length before and after.
 * The last table compares three rules of fairness on the same markets.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadHighsSolver, problemFrom, sampleMarket } from '@weibao/matching-engine'
import type { Instance } from './matching-flip-trial.js'
import { flipRow } from './matching-flips.js'
import { fairnessRow, greedyVolume } from './matching-rules.js'

interface Outcome {
  readonly V: number
  readonly bound: number
  readonly solveCpuSec: number
  readonly totalCpuSec: number
  readonly peakMB: number
  readonly phases?: Record<string, number>
  readonly events?: Record<string, number>
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean' },
    events: { type: 'boolean' },
    flips: { type: 'string' },
    moves: { type: 'string' },
    xl: { type: 'boolean' },
  },
})
const work = mkdtempSync(join(tmpdir(), 'matching-bench-'))

/** Markets of our own: the sizes of the table, without anyone else's generator. */
function ownMarkets(): string {
  const sizes = {
    S: { lots: 50, lines: 200, coops: 20, products: 4 },
    M: { lots: 500, lines: 5000, coops: 180, products: 12 },
    L: { lots: 5000, lines: 50_000, coops: 1600, products: 80 },
    ...(values.xl && { XL: { lots: 20_000, lines: 200_000, coops: 6400, products: 320 } }),
  }
  for (const [name, size] of Object.entries(sizes)) {
    writeFileSync(join(work, `${name}.json`), JSON.stringify(sampleMarket(2, size)))
  }
  return work
}

function match(...args: string[]): Outcome {
  const flags = [
    '--import',
    'tsx',
    '-C',
    '@weibao/source',
    join(import.meta.dirname, '../match.ts'),
  ]
  const out = ['--out', join(work, 'solution.json')]
  const text = execFileSync(process.execPath, [...flags, ...args, ...out], { encoding: 'utf8' })
  return JSON.parse(text.trim().split('\n').at(-1)!) as Outcome
}

function lemonSeconds(net: string): number | null {
  const program = process.env['LEMON_PROGRAM']
  if (!program || !existsSync(net)) return null
  const text = execFileSync(program, [net, 'ns'], { encoding: 'utf8' })
  return (JSON.parse(text) as { solveCpuSec: number }).solveCpuSec
}

function table(rows: readonly Record<string, string | number | null>[]): void {
  if (rows.length === 0) return
  const heads = Object.keys(rows[0]!)
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`)
  for (const row of rows) console.log(`| ${heads.map((head) => row[head] ?? '–').join(' | ')} |`)
  console.log('')
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

const folder = positionals[0] ?? ownMarkets()
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.events.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort()
const flow: Record<string, string | number | null>[] = []
const full: Record<string, string | number | null>[] = []
const streams: Record<string, string | number | null>[] = []
const flips: Record<string, string | number | null>[] = []
const fairness: Record<string, string | number | null>[] = []
const tried = Number(values.flips ?? 0)
const exact = await loadHighsSolver()
/** Markets above this many lines are too large to be solved in full mode once a flip. */
const SMALL = 1000
const MOST_FULL = 100
for (const name of names) {
  const file = join(folder, `${name}.json`)
  const solved = match(file, '--mode', 'flow')
  const lemon = lemonSeconds(join(folder, `${name}.net`))
  const problem = problemFrom(JSON.parse(readFileSync(file, 'utf8')))
  flow.push({
    market: name,
    volume: solved.V,
    'greedy misses': percent(1 - greedyVolume(problem) / solved.V),
    'network CPU s': solved.phases?.['network'] ?? null,
    'solve CPU s': solved.solveCpuSec,
    'LEMON CPU s': lemon,
    'times LEMON': lemon && Number((solved.solveCpuSec / lemon).toFixed(2)),
    'total CPU s': solved.totalCpuSec,
    'peak MB': solved.peakMB,
  })
  fairness.push({ market: name, ...fairnessRow(problem) })
  if (values.full) {
    const { V, bound, totalCpuSec, peakMB } = match(file, '--mode', 'full')
    full.push({ market: name, V, bound, gap: percent(1 - V / bound), totalCpuSec, peakMB })
  }
  if (tried > 0) {
    const instance = JSON.parse(readFileSync(file, 'utf8')) as Instance
    flips.push({ market: name, ...(await flipRow(instance, { mode: 'flow' }, tried)) })
    if (problem.demands.count <= SMALL || values.moves) {
      const moves = values.moves ? { moves: Number(values.moves) } : {}
      const limits = { mode: 'full', exact, ...moves } as const
      flips.push({ market: name, ...(await flipRow(instance, limits, Math.min(tried, MOST_FULL))) })
    }
  }
  const events = join(folder, `${name}.events.json`)
  if (values.events && existsSync(events)) {
    streams.push({ market: name, ...match(file, '--events', events).events })
  }
}
for (const rows of [flow, full, streams, flips, fairness]) table(rows)
