import type { FullProblem } from './full-problem.js'

/** Buyers with more lines than this keep the plain dual term. */
const MOST_LINES = 9
const HALVINGS = 24

/**
 * Tightens the dual term of a buyer with ceilings: a line is either out, or takes at least its minimum
 * fill. For every pattern of lines in and out the term with the best prices of money for that pattern is an
 * upper bound of what that pattern can be worth; the largest over all patterns bounds the buyer.
 */
export class PatternBound {
  private readonly lines: number[] = []
  /** Per line of the pattern: spent and worth at the prices last asked about. */
  private spent = 0
  private reservedSpent = 0

  constructor(
    private readonly full: FullProblem,
    private readonly scale: number,
    private readonly lotPrice: Float64Array,
  ) {}

  /** The tightened term, or Infinity when there are too many lines. `m`, `q`: good prices of money. */
  term(buyer: number, m: number, q: number): number {
    const { buyerStart, buyerLine, candidates, reach } = this.full
    const { start } = candidates
    this.lines.length = 0
    for (let j = buyerStart[buyer]!; j < buyerStart[buyer + 1]!; j++) {
      const line = buyerLine[j]!
      if (start[line] !== start[line + 1] && reach[line]! > 0) this.lines.push(line)
    }
    if (this.lines.length > MOST_LINES) return Infinity
    let most = 0
    for (let pattern = (1 << this.lines.length) - 1; pattern > 0; pattern--) {
      if (this.valueAt(buyer, pattern, m, q) <= most) continue
      most = Math.max(most, this.best(buyer, pattern, m, q))
    }
    return most
  }

  /** Least value over prices of money, one price at a time from (m, q). */
  private best(buyer: number, pattern: number, m: number, q: number): number {
    const { budget, quota } = this.full.problem.buyers
    let least = this.valueAt(buyer, pattern, m, q)
    for (let round = 0; round < 2; round++) {
      if (quota[buyer]! < Infinity) {
        q = this.bisect((price) => {
          least = Math.min(least, this.valueAt(buyer, pattern, m, price))
          return this.reservedSpent > quota[buyer]!
        })
      }
      if (budget[buyer]! < Infinity) {
        m = this.bisect((price) => {
          least = Math.min(least, this.valueAt(buyer, pattern, price, q))
          return this.spent > budget[buyer]!
        })
      }
    }
    return least
  }

  /** Prices are tried up to a hundred times the worth of a unit: beyond, the pattern cannot be paid. */
  private bisect(tooCheap: (price: number) => boolean): number {
    if (!tooCheap(0)) return 0
    let low = 0
    let high = this.scale
    for (let k = 0; k < HALVINGS; k++) {
      const middle = k === 0 ? high : (low + high) / 2
      if (tooCheap(middle)) low = middle
      else high = middle
    }
    return high
  }

  private valueAt(buyer: number, pattern: number, m: number, q: number): number {
    const { buyers, demands } = this.full.problem
    let value = (m > 0 ? m * buyers.budget[buyer]! : 0) + (q > 0 ? q * buyers.quota[buyer]! : 0)
    this.spent = 0
    this.reservedSpent = 0
    for (let j = 0; j < this.lines.length; j++) {
      if (!(pattern & (1 << j))) continue
      const line = this.lines[j]!
      const reserved = demands.reserved[line] === 1
      const before = this.spent
      value += this.lineValue(line, m + (reserved ? q : 0))
      if (reserved) this.reservedSpent += this.spent - before
    }
    return value
  }

  /** Best worth of a line that is in: its reach at a gain, its minimum fill at a loss; share caps left out. */
  private lineValue(line: number, money: number): number {
    const { candidates, landed, reach, problem } = this.full
    const { start, lot } = candidates
    let best = -Infinity
    let bestAt = -1
    for (let k = start[line]!; k < start[line + 1]!; k++) {
      const gain = this.scale - money * landed[k]! - this.lotPrice[lot[k]!]!
      if (gain > best) {
        best = gain
        bestAt = k
      }
    }
    const mass = best > 0 ? reach[line]! : Math.min(reach[line]!, problem.demands.minFill[line]!)
    this.spent += mass * landed[bestAt]!
    return mass * best
  }
}
