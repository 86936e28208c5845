import type { Flip } from './flip.js'
import { landedPrice, pointsOf, prefers, type Problem } from './problem.js'

export const REASONS = [
  'MATCHED_FULL', 'NO_COMPATIBLE_LOT', 'LOT_EXHAUSTED', 'PACK_OR_MOQ', 'MIN_FILL', 'COOP_SHARE',
  'BUDGET', 'RESERVED_QUOTA',
] as const // prettier-ignore
export type Reason = (typeof REASONS)[number]

export type Mode = 'flow' | 'full'

/**
 * `optimal`: proved. `bounded`: feasible, with a bound beside it. `limit-reached`: feasible, the work limit
 * came first. `out-of-range`: numbers too large for exact arithmetic, nothing is allocated.
 */
export type Status = 'optimal' | 'bounded' | 'limit-reached' | 'out-of-range'

/** What is allocated: parallel columns of sorted line, sorted lot and mass, ascending. */
export interface Allocation {
  readonly line: Int32Array
  readonly lot: Int32Array
  readonly mass: Float64Array
  /** The three objectives: mass, points, evaluated fen. */
  readonly volume: number
  readonly points: number
  readonly cost: number
  /** Points and cost to the last digit, where a double cannot hold them. */
  readonly exact?: { readonly points: bigint; readonly cost: bigint }
}

/** The nodes on the source's side of a cut, as flags. */
export interface Cut {
  readonly coops: Uint8Array
  readonly lots: Uint8Array
  readonly lines: Uint8Array
}

/** Prices that prove a flow optimal in all three objectives at once; see proof.ts. */
export interface Potentials {
  readonly coops: Float64Array
  readonly lots: Float64Array
  readonly lines: Float64Array
  readonly point: number
  readonly miss: number
}

export interface Solution {
  readonly mode: Mode
  readonly status: Status
  readonly allocation: Allocation
  /** No answer of this mode can allocate more. */
  readonly bound: number
  /** No answer without packs, minimums and budgets can allocate more. */
  readonly flowBound: number
  /** Proof of `flowBound`. */
  readonly cut: Cut | null
  /** Flow mode: proof of the optimum. */
  readonly potentials: Potentials | null
  /** One a line. */
  readonly reasons: readonly Reason[]
  /** What would turn each line's fate; empty when not asked for. */
  readonly flips: readonly (Flip | null)[]
  /** Work done: pivots of the simplex, moves of the search. */
  readonly work: { readonly pivots: number; readonly moves: number }
  /** What ended the run early, if anything did. */
  readonly stoppedBy: 'work' | 'outer stop' | null
}

/** Sorts allocated masses `[line, lot, mass]` and adds up what they come to. */
export function collect(
  problem: Problem,
  found: readonly (readonly [number, number, number])[],
  cost: number,
): Allocation {
  const sorted = [...found].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const delivered = new Float64Array(problem.coops.count)
  let volume = 0
  for (const [, lot, mass] of sorted) {
    delivered[problem.lots.coop[lot]!]! += mass
    volume += mass
  }
  const points = pointsOf(problem.coops, delivered)
  const isHuge = Math.max(Math.abs(cost), points) >= Number.MAX_SAFE_INTEGER / 2
  const exact = isHuge ? exactSums(problem, sorted, delivered) : null
  return {
    ...(exact && { exact }),
    line: Int32Array.from(sorted, (item) => item[0]),
    lot: Int32Array.from(sorted, (item) => item[1]),
    mass: Float64Array.from(sorted, (item) => item[2]),
    volume,
    points: exact ? Number(exact.points) : points,
    cost: exact ? Number(exact.cost) : cost,
  }
}

function exactSums(
  problem: Problem,
  sorted: readonly (readonly [number, number, number])[],
  delivered: Float64Array,
) {
  const { coops, lots, demands, buyers, credit } = problem
  let [points, cost] = [0n, 0n]
  for (const [line, lot, mass] of sorted) {
    const landed = landedPrice(problem, lot, buyers.zone[demands.buyer[line]!]!)
    const price = landed - (prefers(demands, line, lots.coop[lot]!) ? credit : 0)
    cost += BigInt(mass) * BigInt(price)
  }
  for (let coop = 0; coop < coops.count; coop++) {
    let rest = delivered[coop]!
    for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
      const mass = Math.min(rest, coops.tierMass[t]!)
      points += BigInt(mass) * BigInt(coops.tierPoints[t]!)
      rest -= mass
    }
  }
  return { points, cost }
}

/** Mass allocated to each line. */
export function receivedOf(problem: Problem, allocation: Allocation): Float64Array {
  const received = new Float64Array(problem.demands.count)
  allocation.line.forEach((line, k) => {
    received[line]! += allocation.mass[k]!
  })
  return received
}
