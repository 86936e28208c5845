import { CandidateFinder } from './candidates.js'
import { Flips, type Change, type Flip } from './flip.js'
import type { Problem } from './problem.js'
import { receivedOf, type Solution } from './solution.js'

/**
 * The change that flips each line of an optimal flow, exact without solving again:
 *
 * - Every lot on the source's side of the minimum cut can send one unit more (the optimal tree is strongly
 *   feasible). If one is kept from a missed line by a single rule, relaxing that rule to just admit it
 *   raises the volume; a smaller relaxation admits only lots behind the cut, and cannot.
 * - k more of a candidate lot raise the volume by at most k, so as much as the line lacks and its share
 *   caps let it take, and nothing less, serves it at nobody's cost.
 * - Where every candidate's cooperative is at the share cap, the cap that admits one unit more of a lot on
 *   the source's side does it, and no lower cap does.
 * - What is left needs several numbers changed together, and need not be the smallest.
 */
export function flowFlips(problem: Problem, solution: Solution): (Flip | null)[] {
  const flips = new FlowFlips(problem, solution)
  return Array.from({ length: problem.demands.count }, (_, line) => flips.of(line))
}

/** Mass per line and cooperative. */
export function coopShares(
  problem: Problem,
  { allocation }: Solution,
): Map<number, Map<number, number>> {
  const shares = new Map<number, Map<number, number>>()
  allocation.line.forEach((line, k) => {
    let own = shares.get(line)
    if (!own) shares.set(line, (own = new Map<number, number>()))
    const coop = problem.lots.coop[allocation.lot[k]!]!
    own.set(coop, (own.get(coop) ?? 0) + allocation.mass[k]!)
  })
  return shares
}

/** Any rule but the price comes after every price. */
const NOT_THE_PRICE = Number.MAX_SAFE_INTEGER / 2

class FlowFlips {
  private readonly flips: Flips
  private readonly finder: CandidateFinder
  private readonly received: Float64Array
  private readonly fromCoop: Map<number, Map<number, number>>

  constructor(
    private readonly problem: Problem,
    private readonly solution: Solution,
  ) {
    this.flips = new Flips(problem)
    this.finder = new CandidateFinder(problem)
    this.received = receivedOf(problem, solution.allocation)
    this.fromCoop = coopShares(problem, solution)
  }

  of(line: number): Flip | null {
    const { finder, flips, problem } = this
    const { demands } = problem
    if (demands.cancelled[line]!) return null
    const short = demands.quantity[line]! - this.received[line]!
    const found = finder.find(line)
    if (short === 0) return found > 0 ? flips.loss(line, finder.cost[0]!) : null
    const own = found < problem.maxCandidates ? this.relaxed(line, found > 0) : null
    if (own) return own
    const candidates = finder.lot.slice(0, found)
    return (
      this.moreOfALot(line, short, candidates) ??
      this.moreOfTheLine(line, candidates) ??
      this.opened(line, short)
    )
  }

  /** What the lot's cooperative may still deliver to the line. */
  private shareLeft(line: number, lot: number): number {
    const { demands, lots } = this.problem
    return demands.share[line]! - (this.fromCoop.get(line)?.get(lots.coop[lot]!) ?? 0)
  }

  /** The smallest raise of the price ceiling, or else another rule, that opens a lot with goods to spare. */
  private relaxed(line: number, priceOnly: boolean): Flip | null {
    const { flips, solution } = this
    const openings: { lot: number; change: Change; size: number }[] = []
    let unsure = Infinity
    for (const lot of flips.poolOf(line)) {
      if (!solution.cut?.lots[lot]) continue
      const change = flips.relaxation(line, lot)
      if (!change) continue
      const price = change.field === 'maxLandedCents'
      if (priceOnly && !price) continue
      const size = Math.abs(change.to - change.from) + (price ? 0 : NOT_THE_PRICE)
      // At a full share cap the unit more has to push another of the cooperative's lots away.
      if (this.shareLeft(line, lot) < 1) unsure = Math.min(unsure, size)
      else openings.push({ lot, change, size })
    }
    openings.sort((a, b) => a.size - b.size)
    for (const [tried, { lot, change, size }] of openings.entries()) {
      if (!flips.admits(line, lot, [change])) continue
      const smallest = change.field === 'maxLandedCents' && tried === 0 && size <= unsure
      return { changes: [change], gain: 1, smallest }
    }
    return null
  }

  private moreOfALot(line: number, short: number, candidates: Int32Array): Flip | null {
    let best: Flip | null = null
    for (const lot of candidates) {
      const gain = Math.min(short, this.shareLeft(line, lot))
      if (gain <= (best?.gain ?? 0)) continue
      best = { changes: [this.flips.supply(lot, gain)], gain, smallest: true }
    }
    return best
  }

  /** Every cooperative is at its cap: a higher one, and more of a lot if none has goods to spare. */
  private moreOfTheLine(line: number, candidates: Int32Array): Flip | null {
    const { flips, solution, problem } = this
    const share = flips.share(line, problem.demands.share[line]! + 1)
    const first = candidates[0]
    if (!share || first === undefined) return null
    const spare = candidates.some((lot) => solution.cut?.lots[lot])
    const changes = spare ? [share] : [share, flips.supply(first, 1)]
    return { changes, gain: 1, smallest: spare }
  }

  /** The lot that the fewest of the line's own numbers keep out, and more of it where it is short. */
  private opened(line: number, short: number): Flip | null {
    const { flips, solution } = this
    let best: Flip | null = null
    for (const lot of flips.poolOf(line)) {
      const own = flips.relaxations(line, lot)
      const gain = Math.min(short, this.shareLeft(line, lot))
      if (!own || gain < 1) continue
      const spare = solution.cut?.lots[lot] === 1
      const changes = spare ? own : [...own, flips.supply(lot, gain)]
      if (changes.length >= (best?.changes.length ?? Infinity)) continue
      if (!flips.admits(line, lot, own)) continue
      best = { changes, gain: spare ? 1 : gain, smallest: false }
    }
    return best
  }
}
