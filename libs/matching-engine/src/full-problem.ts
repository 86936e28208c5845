import type { Candidates } from './candidates.js'
import { prefers, type Problem } from './problem.js'

/** What full mode needs beside the problem: landed prices, tightened quantities, lines by buyer. */
export interface FullProblem {
  readonly problem: Problem
  readonly candidates: Candidates
  /** Landed fen per unit, per candidate. */
  readonly landed: Int32Array
  /** The most that whole packs and minimum orders let a line take, whatever is on offer. */
  readonly reach: Float64Array
  /** Lines of buyer b: `buyerLine[buyerStart[b]] …`. */
  readonly buyerStart: Int32Array
  readonly buyerLine: Int32Array
}

export function fullProblem(problem: Problem, candidates: Candidates): FullProblem {
  const { demands, lots, buyers, credit } = problem
  const { start, lot, cost } = candidates
  const landed = cost.slice()
  const reach = new Float64Array(demands.count)
  const buyerStart = new Int32Array(buyers.count + 1)
  for (let line = 0; line < demands.count; line++) {
    buyerStart[demands.buyer[line]! + 1]!++
    if (demands.preferred[line]!.length > 0) {
      for (let k = start[line]!; k < start[line + 1]!; k++) {
        if (prefers(demands, line, lots.coop[lot[k]!]!)) landed[k]! += credit
      }
    }
    reach[line] = reachOf(problem, candidates, line)
  }
  for (let b = 0; b < buyers.count; b++) buyerStart[b + 1]! += buyerStart[b]!
  const next = buyerStart.slice()
  const buyerLine = new Int32Array(demands.count)
  for (let line = 0; line < demands.count; line++) {
    buyerLine[next[demands.buyer[line]!]!++] = line
  }
  return { problem, candidates, landed, reach, buyerStart, buyerLine }
}

/** Quantities above this are not searched through: their rounding loss is small beside them. */
const SEARCHED = 4096

/**
 * Largest sum of whole packs, each lot's part at least its minimum order, within the line's quantity.
 * Lots' quantities are left out, so it never understates.
 */
function reachOf(problem: Problem, { start, lot }: Candidates, line: number): number {
  const { demands, lots } = problem
  const quantity = demands.quantity[line]!
  const first = start[line]!
  const end = start[line + 1]!
  if (first === end) return 0
  let divisor = 0
  const kinds = new Map<number, number>()
  for (let k = first; k < end; k++) {
    const pack = lots.pack[lot[k]!]!
    const least = Math.max(pack, Math.ceil(lots.minOrder[lot[k]!]! / pack) * pack)
    if (quantity % pack === 0 && quantity >= least && demands.share[line]! >= quantity) {
      return quantity
    }
    divisor = gcd(divisor, pack)
    kinds.set(pack, Math.min(kinds.get(pack) ?? Infinity, least))
  }
  const most = quantity - (quantity % divisor)
  const size = most / divisor
  if (size > SEARCHED) return most
  const reached = new Uint8Array(size + 1)
  reached[0] = 1
  for (const [pack, least] of kinds) addKind(reached, pack / divisor, least / divisor)
  let best = size
  while (!reached[best]!) best--
  return best * divisor >= demands.minFill[line]! ? best * divisor : 0
}

/** Adds any number of parts of one kind: each at least `least`, in steps of `pack`. */
function addKind(reached: Uint8Array, pack: number, least: number): void {
  const before = reached.slice()
  const grown = new Uint8Array(reached.length)
  for (let mass = least; mass < reached.length; mass++) {
    if (before[mass - least]! || (mass >= pack && grown[mass - pack]!)) {
      grown[mass] = 1
      reached[mass] = 1
    }
  }
}

function gcd(a: number, b: number): number {
  while (b) [a, b] = [b, a % b]
  return a
}
