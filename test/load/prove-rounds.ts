import {
  killRounds,
  proveSilence,
  proveStaleReader,
  proveZombies,
  undisturbed,
} from '../fault/support/round-scenarios.js'
import type { PartReport } from '../fault/support/round-scenarios.js'
import { openWaitingMarket } from '../fault/support/round-market.js'
import { machine, say } from './support/figures.js'
import { openProofCluster } from './support/proof-cluster.js'
import { Random, seedOfRun } from './support/random.js'

/**
 * `npm run prove:rounds`: one round on the same market again and again while its workers are killed at every
 * step and stopped past their leases, and its goods are sold, edited, recalled and cut short: its answer must come out
 * whole, once, and the same, byte for byte, and what of it no longer holds must be written down.
 * `WEIBAO_PLANT=no-fencing` or `silent-changes` plants a defect that it must notice. Ends with code 1 when it breaks.
 */
const KILLS = Number(process.env['WEIBAO_KILLS'] ?? 50)
const DEMANDS = Number(process.env['WEIBAO_DEMANDS'] ?? 20)
const plant = process.env['WEIBAO_PLANT'] ?? ''

const random = new Random(seedOfRun())
const started = Date.now()
say(`seed ${random.seed} (WEIBAO_SEED), ${KILLS} kills, ${DEMANDS} demands, ${machine()}`)
const cluster = await openProofCluster('prove-rounds')
const parts: PartReport[] = []
try {
  const waiting = await openWaitingMarket('round-starts', { starts: 20, demands: DEMANDS })
  parts.push({ name: '20 simultaneous starts', counts: waiting.answers, faults: waiting.faults })
  report(parts.at(-1)!)
  const { outcome, millis, faults } = await undisturbed(waiting)
  say(
    `undisturbed: ${outcome.allocations} allocations, ${millis} ms, result ${outcome.resultDigest}`,
  )
  parts.push({ name: 'undisturbed', counts: new Map(), faults })
  if (plant === 'silent-changes') {
    parts.push(await proveSilence(waiting, outcome, random))
    report(parts.at(-1)!)
  }
  if (plant === '') {
    parts.push(
      await killRounds(waiting, outcome, random, {
        kills: KILLS,
        isChanging: true,
        onRound: (line) => say(`${line}, ${machine()}`),
      }),
    )
    report(parts.at(-1)!)
    parts.push(
      await proveZombies(waiting, outcome, [
        'input stored, solving',
        'solved, before reserving',
        'goods held',
      ]),
    )
    report(parts.at(-1)!)
  }
  if (plant !== 'silent-changes') {
    parts.push(await proveStaleReader(waiting, { isFenced: plant !== 'no-fencing' }))
    report(parts.at(-1)!)
  }
  await waiting.drop()
} finally {
  await cluster.close()
}
const faults = parts.flatMap((part) => part.faults)
for (const fault of faults.slice(0, 40)) say(`✗ ${fault}`)
say(`${((Date.now() - started) / 1000).toFixed(0)} s in all, ${machine()}`)
say(faults.length === 0 ? '✓ every round whole, once, and the same' : `${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

function report({ name, counts, faults }: PartReport): void {
  say(`${name}: ${faults.length === 0 ? 'holds' : `${faults.length} faults`}, ${machine()}`)
  for (const [what, n] of counts) say(`  ${String(n).padStart(3)} × ${what}`)
}
