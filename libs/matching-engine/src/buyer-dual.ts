import type { FullProblem } from './full-problem.js'

/**
 * One buyer's part of the dual: what its lines are worth at given lot prices, after paying `budget` per fen
 * spent and `quota` per fen spent on reserved lines. All values are in `scale`-ths of a unit of volume.
 */
export class BuyerDual {
  /** Filled by `value`: fen spent, and of it on reserved lines, at the prices asked about. */
  spent = 0
  reservedSpent = 0
  private readonly gain: Float64Array
  private readonly order: Int32Array
  private readonly coopUsed: Float64Array

  constructor(
    private readonly full: FullProblem,
    private readonly scale: number,
  ) {
    const { start } = full.candidates
    let longest = 1
    for (let r = 0; r + 1 < start.length; r++)
      longest = Math.max(longest, start[r + 1]! - start[r]!)
    this.gain = new Float64Array(longest)
    this.order = new Int32Array(longest)
    this.coopUsed = new Float64Array(full.problem.coops.count)
  }

  /** Worth of the buyer's lines, each lot's unit costing `lotPrice`. */
  value(buyer: number, lotPrice: Float64Array, budget: number, quota: number): number {
    const { buyerStart, buyerLine, problem } = this.full
    this.spent = 0
    this.reservedSpent = 0
    let worth = 0
    for (let j = buyerStart[buyer]!; j < buyerStart[buyer + 1]!; j++) {
      const line = buyerLine[j]!
      const reserved = problem.demands.reserved[line] === 1
      const before = this.spent
      worth += this.lineValue(line, lotPrice, budget + (reserved ? quota : 0))
      if (reserved) this.reservedSpent += this.spent - before
    }
    return worth
  }

  private lineValue(line: number, lotPrice: Float64Array, money: number): number {
    const { candidates, landed, reach, problem } = this.full
    const { start, lot } = candidates
    const share = problem.demands.share[line]!
    const first = start[line]!
    const end = start[line + 1]!
    const wanted = reach[line]!
    if (share < wanted) return this.cappedValue(line, lotPrice, money)
    let best = 0
    let bestAt = -1
    for (let k = first; k < end; k++) {
      const gain = this.scale - money * landed[k]! - lotPrice[lot[k]!]!
      if (gain > best) {
        best = gain
        bestAt = k
      }
    }
    if (bestAt >= 0) this.spent += wanted * landed[bestAt]!
    return best * wanted
  }

  /** With a share cap the line takes from the best cooperatives in turn. */
  private cappedValue(line: number, lotPrice: Float64Array, money: number): number {
    const { candidates, landed, reach, problem } = this.full
    const { start, lot } = candidates
    const { gain, order, coopUsed } = this
    const first = start[line]!
    const size = start[line + 1]! - first
    for (let k = 0; k < size; k++) {
      gain[k] = this.scale - money * landed[first + k]! - lotPrice[lot[first + k]!]!
      order[k] = k
      coopUsed[problem.lots.coop[lot[first + k]!]!] = 0
    }
    const sorted = order.subarray(0, size).sort((a, b) => gain[b]! - gain[a]! || a - b)
    let left = reach[line]!
    let worth = 0
    for (let j = 0; j < size && left > 0; j++) {
      const k = sorted[j]!
      if (gain[k]! <= 0) break
      const coop = problem.lots.coop[lot[first + k]!]!
      const mass = Math.min(left, problem.demands.share[line]! - coopUsed[coop]!)
      coopUsed[coop]! += mass
      left -= mass
      worth += mass * gain[k]!
      this.spent += mass * landed[first + k]!
    }
    return worth
  }
}
