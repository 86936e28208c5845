import { Filler } from './fill.js'
import type { FullProblem } from './full-problem.js'
import type { FullState } from './full-state.js'

/**
 * Least price of a ceilinged buyer's money, as a part of what a unit is worth: where goods alone bind, the
 * dual leaves money free, and the search would not spare it for the dear lots.
 */
const LEAST_MONEY = 0.1
/** A fractional answer and its prices: what the search builds on. */
export interface Guide {
  /** Parts into which a unit of volume is cut; prices are in these. */
  readonly scale: number
  /** Price of a fen, per buyer: of the budget, and on top of it of the reserved ceiling. */
  readonly budgetPrice: Float64Array
  readonly quotaPrice: Float64Array
  readonly lotPrice: Float64Array
  /** Mass per candidate. */
  readonly averageMass: Float64Array
}

/** Candidates in the order in which the guide uses them, then by price. */
export function guidedFiller(full: FullProblem, guide: Guide, state: FullState): Filler {
  const { candidates, landed, problem } = full
  const { start, lot } = candidates
  const { buyers, demands, lots } = problem
  const { price } = state
  const preference = Int32Array.from(price.keys())
  const byPack = Int32Array.from(price.keys())
  const { averageMass } = guide
  for (let line = 0; line < demands.count; line++) {
    const buyer = demands.buyer[line]!
    const [first, end] = [start[line]!, start[line + 1]!]
    const reserved = demands.reserved[line] === 1
    const ceiling = Math.min(buyers.budget[buyer]!, reserved ? buyers.quota[buyer]! : Infinity)
    const least = ceiling < Infinity && first < end ? LEAST_MONEY / Math.max(1, landed[first]!) : 0
    const quota = reserved ? guide.quotaPrice[buyer]! : 0
    for (let k = first; k < end; k++) {
      const paid = Math.max(least * guide.scale, guide.budgetPrice[buyer]! + quota) * landed[k]!
      price[k] = (paid + guide.lotPrice[lot[k]!]!) / guide.scale
    }
    preference
      .subarray(first, end)
      .sort((a, b) => averageMass[b]! - averageMass[a]! || price[a]! - price[b]! || a - b)
    byPack
      .subarray(first, end)
      .sort((a, b) => lots.pack[lot[b]!]! - lots.pack[lot[a]!]! || price[a]! - price[b]! || a - b)
  }
  return new Filler(state, preference, byPack)
}
