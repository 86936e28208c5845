import type { FullProblem } from './full-problem.js'

/** A full-mode answer under construction: what each candidate carries, and what is left of everything. */
export class FullState {
  /** Mass per candidate. */
  readonly mass: Float64Array
  readonly received: Float64Array
  readonly left: Float64Array
  readonly budgetLeft: Float64Array
  readonly quotaLeft: Float64Array
  readonly delivered: Float64Array
  /** What a unit of each candidate uses of scarce goods and money, at dual prices, in units of volume. */
  readonly price: Float64Array
  /** Scarce goods and money used, at those prices. */
  used = 0
  volume = 0
  points = 0
  cost = 0
  /** Candidates in use, linked per lot. */
  readonly firstUse: Int32Array
  readonly nextUse: Int32Array
  private readonly previousUse: Int32Array
  readonly lineOf: Int32Array

  constructor(readonly full: FullProblem) {
    const { problem, candidates } = full
    const { start, lot } = candidates
    this.mass = new Float64Array(lot.length)
    this.price = new Float64Array(lot.length)
    this.received = new Float64Array(problem.demands.count)
    this.left = problem.lots.quantity.slice()
    this.budgetLeft = problem.buyers.budget.slice()
    this.quotaLeft = problem.buyers.quota.slice()
    this.delivered = new Float64Array(problem.coops.count)
    this.firstUse = new Int32Array(problem.lots.count).fill(-1)
    this.nextUse = new Int32Array(lot.length)
    this.previousUse = new Int32Array(lot.length)
    this.lineOf = new Int32Array(lot.length)
    for (let line = 0; line < problem.demands.count; line++) {
      this.lineOf.fill(line, start[line]!, start[line + 1]!)
    }
  }

  /** Changes what a candidate carries; keeps every sum. Asks no questions. */
  set(k: number, mass: number): void {
    const { problem, candidates, landed } = this.full
    const before = this.mass[k]!
    const change = mass - before
    if (change === 0) return
    const lot = candidates.lot[k]!
    const line = this.lineOf[k]!
    const buyer = problem.demands.buyer[line]!
    const money = change * landed[k]!
    this.mass[k] = mass
    this.received[line]! += change
    this.left[lot]! -= change
    this.budgetLeft[buyer]! -= money
    if (problem.demands.reserved[line]!) this.quotaLeft[buyer]! -= money
    this.volume += change
    this.used += change * this.price[k]!
    this.cost += change * candidates.cost[k]!
    this.deliver(problem.lots.coop[lot]!, change)
    if (before === 0) this.link(k, lot)
    else if (mass === 0) this.unlink(k, lot)
  }

  private deliver(coop: number, change: number): void {
    const { coops } = this.full.problem
    const before = this.delivered[coop]!
    const after = before + change
    this.delivered[coop] = after
    let base = 0
    let gain = 0
    for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
      const end = base + coops.tierMass[t]!
      const inTier = Math.max(base, Math.min(end, after)) - Math.max(base, Math.min(end, before))
      gain += inTier * coops.tierPoints[t]!
      base = end
    }
    this.points += gain
  }

  private link(k: number, lot: number): void {
    const first = this.firstUse[lot]!
    this.nextUse[k] = first
    this.previousUse[k] = -1
    if (first >= 0) this.previousUse[first] = k
    this.firstUse[lot] = k
  }

  private unlink(k: number, lot: number): void {
    const next = this.nextUse[k]!
    const previous = this.previousUse[k]!
    if (next >= 0) this.previousUse[next] = previous
    if (previous >= 0) this.nextUse[previous] = next
    else this.firstUse[lot] = next
  }

  /** What cooperative `coop` delivers to the line already. */
  fromCoop(line: number, coop: number): number {
    const { candidates, problem } = this.full
    let sum = 0
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
      if (this.mass[k]! > 0 && problem.lots.coop[candidates.lot[k]!] === coop) sum += this.mass[k]!
    }
    return sum
  }

  /** Fen that the line's buyer may still spend on it. */
  money(line: number): number {
    const { demands } = this.full.problem
    const buyer = demands.buyer[line]!
    const budget = this.budgetLeft[buyer]!
    return demands.reserved[line]! ? Math.min(budget, this.quotaLeft[buyer]!) : budget
  }

  /** The smallest step by which the pair could grow, as the rules ask for it. */
  stepOf(k: number): number {
    const { problem, candidates } = this.full
    const lot = candidates.lot[k]!
    const line = this.lineOf[k]!
    const pack = problem.lots.pack[lot]!
    const least = this.mass[k]! > 0 ? pack : leastOrder(problem.lots.minOrder[lot]!, pack)
    const short = problem.demands.minFill[line]! - this.received[line]!
    return short > least ? Math.ceil(short / pack) * pack : least
  }

  /** Whether the pair may grow by `step` under every rule. */
  fits(k: number, step: number): boolean {
    const { problem, candidates, landed } = this.full
    const { demands, lots } = problem
    const lot = candidates.lot[k]!
    const line = this.lineOf[k]!
    if (this.left[lot]! < step) return false
    if (this.received[line]! + step > demands.quantity[line]!) return false
    if (step * landed[k]! > this.money(line)) return false
    const share = demands.share[line]!
    return share >= demands.quantity[line]! || this.fromCoop(line, lots.coop[lot]!) + step <= share
  }

  /** Whether every rule holds: for answers from elsewhere. */
  holds(): boolean {
    const { problem, candidates } = this.full
    const { demands, lots } = problem
    const enough = (rest: number): boolean => rest >= 0
    if (!this.left.every(enough) || !this.budgetLeft.every(enough)) return false
    if (!this.quotaLeft.every(enough)) return false
    for (let k = 0; k < this.mass.length; k++) {
      const mass = this.mass[k]!
      if (mass === 0) continue
      const lot = candidates.lot[k]!
      const line = this.lineOf[k]!
      if (mass % lots.pack[lot]! !== 0 || mass < lots.minOrder[lot]!) return false
      const received = this.received[line]!
      if (received > demands.quantity[line]! || received < demands.minFill[line]!) return false
      if (this.fromCoop(line, lots.coop[lot]!) > demands.share[line]!) return false
    }
    return true
  }
}

/** The least order of a lot in whole packs. */
export function leastOrder(minOrder: number, pack: number): number {
  return minOrder <= pack ? pack : Math.ceil(minOrder / pack) * pack
}
