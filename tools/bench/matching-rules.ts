/** Other rules of matching on the same markets, to measure what the engine's points are worth. */
import { solve, type Allocation, type Problem } from '@weibao/matching-engine'
import { PairTable } from '@weibao/matching-engine'

type Choose = (lots: number[], line: number) => void

/** Lines in time order take what they can, lots in the order that `choose` gives; nothing is undone. */
function queue(problem: Problem, choose: Choose): Float64Array {
  const { demands, lots } = problem
  const pairs = new PairTable(problem)
  const left = lots.quantity.slice()
  const order = Array.from({ length: demands.count }, (_, line) => line).sort(
    (a, b) => demands.submitted[a]! - demands.submitted[b]! || demands.id[a]! - demands.id[b]!,
  )
  for (const line of order) {
    let need = demands.quantity[line]!
    const fromCoop = new Map<number, number>()
    const choice = pairs
      .of(line)
      .sort((a, b) => a.price - b.price || lots.id[a.lot]! - lots.id[b.lot]!)
      .map((pair) => pair.lot)
    choose(choice, line)
    for (const lot of choice) {
      const coop = lots.coop[lot]!
      const share = demands.share[line]! - (fromCoop.get(coop) ?? 0)
      const mass = Math.max(0, Math.min(need, left[lot]!, share))
      left[lot]! -= mass
      need -= mass
      fromCoop.set(coop, (fromCoop.get(coop) ?? 0) + mass)
    }
  }
  return lots.quantity.map((quantity, lot) => quantity - left[lot]!)
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

/** What price-time greed sells. */
export function greedyVolume(problem: Problem): number {
  return sum(queue(problem, () => undefined))
}

/**
 * Food Drop's rule, turned to our case: of two lots drawn at random the one whose cooperative has sold the
 * smaller part of its offer so far is taken, and so on until the line is served. The draw is seeded.
 */
function twoChoices(problem: Problem): Float64Array {
  const { lots, coops } = problem
  let state = 12345
  const draw = (end: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * end)
  }
  const turn = new Float64Array(coops.count)
  return queue(problem, (choice) => {
    for (let at = 0; at + 1 < choice.length; at++) {
      const a = at + draw(choice.length - at)
      const b = at + draw(choice.length - at)
      const load = (k: number): number =>
        turn[lots.coop[choice[k]!]!]! / Math.max(1, coops.offered[lots.coop[choice[k]!]!]!)
      const pick = load(a) <= load(b) ? a : b
      const kept = choice[at]!
      choice[at] = choice[pick]!
      choice[pick] = kept
      if (at === 0) turn[lots.coop[choice[0]!]!]! += 1
    }
  })
}

function sentBy(problem: Problem, allocation: Allocation): Float64Array {
  const sent = new Float64Array(problem.lots.count)
  allocation.lot.forEach((lot, k) => {
    sent[lot]! += allocation.mass[k]!
  })
  return sent
}

/** Share of all volume that the smaller half of the cooperatives (by offer) sell. */
function smallShare(problem: Problem, sent: Float64Array): number {
  const { coops, lots } = problem
  const order = Array.from({ length: coops.count }, (_, c) => c).sort(
    (a, b) => coops.offered[a]! - coops.offered[b]! || a - b,
  )
  const small = new Set(order.slice(0, Math.floor(coops.count / 2)))
  return sum(sent.map((mass, lot) => (small.has(lots.coop[lot]!) ? mass : 0))) / sum(sent)
}

/** Volume lost against the optimum and the small cooperatives' share, under three rules. */
export function fairnessRow(problem: Problem): Record<string, string> {
  const flat = {
    ...problem,
    coops: { ...problem.coops, tierPoints: problem.coops.tierPoints.map(() => 0) },
  }
  const withPoints = solve(problem, { mode: 'flow' }).allocation
  const without = solve(flat, { mode: 'flow' }).allocation
  const drawn = twoChoices(problem)
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  return {
    'small share, points': percent(smallShare(problem, sentBy(problem, withPoints))),
    'small share, price only': percent(smallShare(problem, sentBy(problem, without))),
    'small share, two choices': percent(smallShare(problem, drawn)),
    'volume lost, points': percent(1 - withPoints.volume / without.volume),
    'volume lost, two choices': percent(1 - sum(drawn) / without.volume),
    'dearer per unit, points': percent(
      withPoints.cost / withPoints.volume / (without.cost / without.volume) - 1,
    ),
  }
}
