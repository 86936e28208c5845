import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../load/support/random.js'
import type { ProcessName } from '../../support/market.js'
import { RoundBench, type RoundOutcome } from './round-bench.js'
import { MOMENT_NAMES, type MomentName } from './round-gates.js'
import type { WaitingMarket } from './round-market.js'
import { ChangingSupply } from './round-supply.js'

export interface PartReport {
  readonly name: string
  readonly counts: ReadonlyMap<string, number>
  readonly faults: readonly string[]
}

const REACHED_WITHIN_MS = 120_000
/** Less than the takes after which a round fails. */
const KILLS_A_ROUND = 7
/** One kill in so many waits for the lease to end by itself. */
const HONEST = 6
/** A dead token that nobody can tell from a living one: what the proof must notice. */
const WITHOUT_FENCING = `
  create function unfence() returns trigger language plpgsql as $$
    begin new.fencing_token := 1; return new; end $$;
  create trigger unfence before update on rounds for each row execute function unfence()`

/** What the market has lost since the round's input is kept to itself: what the proof must notice. */
const WITHOUT_WORD = `
  create function keep_quiet() returns trigger language plpgsql as $$ begin return null; end $$;
  create trigger keep_quiet before insert on round_changes for each row execute function keep_quiet()`

/** The round as it comes out when nothing disturbs it. */
export async function undisturbed(waiting: WaitingMarket): Promise<{
  outcome: RoundOutcome
  millis: number
  faults: string[]
}> {
  const started = Date.now()
  const bench = await RoundBench.open('round-undisturbed', waiting, { workers: 1 })
  const outcome = await bench.over()
  for (const [lineAndLot, packages] of Object.entries(outcome.taken)) {
    const lot = lineAndLot.split(' ')[1]!
    waiting.people.takenOf.set(lot, (waiting.people.takenOf.get(lot) ?? 0) + packages)
  }
  const faults = [
    ...(outcome.state === 'proposed' ? [] : [`undisturbed: ${outcome.state}`]),
    ...(await bench.close()),
  ]
  return { outcome, millis: Date.now() - started, faults }
}

interface KillingPlan {
  readonly kills: number
  readonly isChanging: boolean
  /** Told how it stands after each round. */
  readonly onRound?: (line: string) => void
}

/**
 * Kills whoever works on the round, at moments in turn, until there were so many kills; where `isChanging` while
 * others buy, edit, recall and cut short what it is about.
 */
export async function killRounds(
  waiting: WaitingMarket,
  baseline: RoundOutcome,
  random: Random,
  { kills, isChanging, onRound }: KillingPlan,
): Promise<PartReport> {
  const counts = new Map<string, number>()
  const faults: string[] = []
  let total = 0
  let turns = [...MOMENT_NAMES]
  for (let round = 1; total < kills; round++) {
    if (turns.length < KILLS_A_ROUND) turns = [...turns, ...MOMENT_NAMES]
    const drawn = draw(random, turns, Math.min(KILLS_A_ROUND, kills - total))
    turns = turns.filter((name) => !drawn.includes(name))
    const began = Date.now()
    const bench = await RoundBench.open('round-kills', waiting, { api: isChanging })
    const supply = isChanging && new ChangingSupply(bench, waiting.people, random, counts)
    for (const [nth, name] of drawn.entries()) {
      await bench.hasForgotten()
      // Who was killed a while after it had taken the round may have stored its input by then: that does not come again.
      if (/input/.test(name) && (await bench.hasInput())) {
        turns.push(name)
        continue
      }
      const coming = bench.gates.at(
        name,
        async (process) => {
          // Somewhere in the phase, where its moment is no gate.
          if (/solving|snapshot/.test(name)) await sleep(random.between(0, 400))
          await bench.kill(process)
        },
        REACHED_WITHIN_MS,
      )
      if (nth === 0) await bench.begin()
      const victim = await coming
      if (!victim) {
        faults.push(`round ${round}: nobody came to "${name}"`)
        break
      }
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (++total % HONEST !== 0) await bench.gates.endLease()
    }
    const outcome = await bench.over()
    if (supply) await supply.end()
    const differs = isChanging ? unaccounted(outcome, baseline) : differences(outcome, baseline)
    if (outcome.changes > 0)
      counts.set('proposals let go', (counts.get('proposals let go') ?? 0) + outcome.changes)
    const found = [...differs, ...(await bench.close())]
    const took = `${((Date.now() - began) / 1000).toFixed(0)} s`
    onRound?.(`${total} kills; last round: ${drawn.length} in ${took}, ${outcome.takes} takes`)
    faults.push(...found.map((fault) => `killed at ${drawn.join(', ')}: ${fault}`))
  }
  return { name: `${total} kills`, counts, faults }
}

/** One round while its supply changes, of which it says nothing: the proof must notice. */
export async function proveSilence(
  waiting: WaitingMarket,
  baseline: RoundOutcome,
  random: Random,
): Promise<PartReport> {
  const counts = new Map<string, number>()
  const bench = await RoundBench.open('round-silent', waiting, { api: true, plant: WITHOUT_WORD })
  const supply = new ChangingSupply(bench, waiting.people, random, counts)
  const coming = bench.gates.at(
    'input stored, solving',
    async (process) => {
      // Time for the changes, within the lease.
      bench.stopShort(process)
      await sleep(6_000)
      bench.goOn(process)
    },
    REACHED_WITHIN_MS,
  )
  await bench.begin()
  const solved = await coming
  const outcome = await bench.over()
  await supply.end()
  const found = [...unaccounted(outcome, baseline), ...(await bench.close())]
  if (!solved) found.push('nobody solved it')
  return { name: 'silence', counts, faults: found.map((fault) => `silence: ${fault}`) }
}

/** A worker is stopped past its lease; another ends the round; the first goes on and must change nothing. */
export async function proveZombies(
  waiting: WaitingMarket,
  baseline: RoundOutcome,
  moments: readonly MomentName[],
): Promise<PartReport> {
  const counts = new Map<string, number>()
  const faults: string[] = []
  for (const name of moments) {
    const bench = await RoundBench.open('round-zombie', waiting)
    const zombie = await bench.gates.at(
      name,
      (process) => bench.stopShort(process),
      REACHED_WITHIN_MS,
    )
    const ended = await bench.over()
    const found = zombie ? differences(ended, baseline) : [`nobody came to "${name}"`]
    if (zombie) {
      bench.goOn(zombie)
      await sleep(5_000)
      const after = await bench.outcome()
      if (JSON.stringify(after) !== JSON.stringify(ended)) found.push('the zombie has written')
      if (ended.takes < 2) found.push('nobody took over')
    }
    counts.set(`stopped at "${name}"`, 1)
    found.push(...(await bench.close()))
    faults.push(...found.map((fault) => `zombie at "${name}": ${fault}`))
  }
  return { name: 'zombies', counts, faults }
}

/**
 * A worker is stopped while it reads the market; the market changes; another takes over and stores what it
 * read; the first goes on beside it. Its older reading must not become the round's.
 */
export async function proveStaleReader(
  waiting: WaitingMarket,
  { isFenced }: { isFenced: boolean },
): Promise<PartReport> {
  const plant = isFenced ? '' : WITHOUT_FENCING
  const bench = await RoundBench.open('round-stale-reader', waiting, { plant })
  const found: string[] = []
  // The market cannot be read until this lets go.
  await bench.owner.query('begin')
  await bench.owner.query('lock table demand_lines in access exclusive mode')
  const stale = await bench.gates.at(
    'taken, before its snapshot',
    async (process) => {
      await sleep(150)
      bench.stopShort(process)
    },
    REACHED_WITHIN_MS,
  )
  await bench.owner.query('commit')
  await sleep(100)
  await bench.owner.query(
    `update lots set offered_price_fen = offered_price_fen + 1, version = version + 1 where state = 'open'`,
  )
  let other: ProcessName | null = null
  const stored = bench.gates.at(
    'input stored, solving',
    (process) => {
      other = process
      bench.stopShort(process)
    },
    REACHED_WITHIN_MS,
  )
  if (isFenced) await bench.gates.endLease()
  else await bench.owner.query(`update rounds set leased_until = null where state = 'running'`)
  await stored
  if (!stale || !other) found.push('nobody read, or nobody took over')
  if (stale) bench.goOn(stale)
  const outcome = await bench.over()
  if (other) bench.goOn(other)
  await sleep(3_000)
  const after = await bench.outcome()
  if (outcome.state !== 'proposed') found.push(`the round is ${outcome.state}`)
  if (after.inputDigest !== after.inputBytes) found.push('the input is not what the round ran on')
  if (after.resultDigest !== after.resultBytes) found.push('the result is not what is stored')
  if (JSON.stringify(after) !== JSON.stringify(outcome)) found.push('written twice')
  found.push(...(await bench.close()))
  return {
    name: 'stale reader',
    counts: new Map([['stopped while it read the market, which then changed', 1]]),
    faults: found.map((fault) => `stale reader: ${fault}`),
  }
}

/** Where a round differs from the undisturbed one. */
export function differences(found: RoundOutcome, baseline: RoundOutcome): string[] {
  const keys = ['state', 'changes', 'allocations', 'inputDigest', 'resultDigest'] as const
  const bytes = ['inputBytes', 'resultBytes', 'rows', 'tickets'] as const
  return [...keys, ...bytes].flatMap((key) =>
    found[key] === baseline[key] ? [] : [`${key} is ${found[key]}, undisturbed ${baseline[key]}`],
  )
}

/**
 * What a round whose supply changed under it cannot explain: the engine's answer is the undisturbed one, byte for
 * byte, and of each of its proposals every package was either allocated or is written down as let go.
 */
function unaccounted(found: RoundOutcome, baseline: RoundOutcome): string[] {
  const keys = [
    'state',
    'inputDigest',
    'resultDigest',
    'inputBytes',
    'resultBytes',
    'tickets',
  ] as const
  const lost = Object.entries(baseline.taken).filter(
    ([part, packages]) => (found.taken[part] ?? 0) + (found.letGo[part] ?? 0) !== packages,
  )
  const invented = Object.keys(found.taken).filter((part) => baseline.taken[part] === undefined)
  return [
    ...keys.flatMap((key) =>
      found[key] === baseline[key] ? [] : [`${key} is ${found[key]}, undisturbed ${baseline[key]}`],
    ),
    ...(lost.length > 0 ? [`${lost.length} proposals are neither allocated nor let go`] : []),
    ...(invented.length > 0 ? [`${invented.length} allocations that nobody proposed`] : []),
  ]
}

function draw(random: Random, from: readonly MomentName[], n: number): MomentName[] {
  const left = [...new Set(from)]
  const drawn = new Set<MomentName>()
  while (drawn.size < n && left.length > 0)
    drawn.add(left.splice(random.between(0, left.length - 1), 1)[0]!)
  // What is stored once is not stored again by who takes over: at most one moment before that.
  const order = [...drawn].sort((a, b) => MOMENT_NAMES.indexOf(a) - MOMENT_NAMES.indexOf(b))
  return order
}
