import type { FullProblem } from './full-problem.js'
import { leastOrder } from './full-state.js'
import { ProgrammeWriter, type Programme } from './programme.js'

/** A kilogram counts this many points where volume and points are wanted together. */
export const POINTS_A_UNIT = 100
/** A fen counts this much of a point: only equal points are told apart by price. */
const FEN_IN_POINTS = 1e-6
/** Money is counted in yuan, so that the rows' coefficients stay near one another. */
export const FEN = 0.01

/** A buyer's lines that are told apart: those of `inside` are served, the others of its branch are not. */
export interface Pattern {
  readonly buyer: number
  readonly inside: ReadonlySet<number>
  /** Column of the pattern's weight; -1: the buyer is not branched, its one pattern holds. */
  readonly weight: number
  /** Rows of its money; -1: no ceiling. */
  readonly budgetRow: number
  readonly quotaRow: number
  /** Row of the minimum fill, per line that has one: free until somebody says that the line is served. */
  readonly leastRow: ReadonlyMap<number, number>
}

/** The column of a candidate within a pattern. */
export interface PairColumn {
  readonly candidate: number
  readonly pattern: number
  readonly column: number
}

/**
 * Full mode without whole packs and minimum orders, a linear programme. A buyer with *branched* lines is
 * spread over patterns — which of them are served, each with at least its minimum fill, and which are not –
 * whose weights sum to one at most: the convex hull of these cases (Balas 1979), far tighter than a line
 * that may be half in. Its optimum bounds full mode's volume.
 */
export class PatternProgramme {
  readonly programme: Programme
  readonly patterns: Pattern[] = []
  readonly pairs: PairColumn[] = []
  /** Columns of the programme that may be used, per candidate; 0: the pair can never trade. */
  readonly most: Float64Array
  readonly order: Float64Array
  readonly lotRow: Int32Array
  readonly coopRow: Int32Array
  /** The row that sums a branched buyer's weights; -1 for the others. */
  readonly oneOf: Int32Array
  /** What columns gain in points and volume together; the programme's own gain is volume. */
  readonly both: Float64Array
  private readonly bothGains: number[] = []
  private readonly writer = new ProgrammeWriter()

  constructor(
    private readonly full: FullProblem,
    private readonly branches: readonly (readonly number[])[],
  ) {
    const { writer } = this
    const { lots, coops, buyers } = full.problem
    this.most = new Float64Array(full.landed.length)
    this.order = new Float64Array(full.landed.length)
    this.measurePairs()
    this.lotRow = Int32Array.from(lots.quantity, (mass) => writer.row(-Infinity, mass))
    this.coopRow = new Int32Array(coops.count)
    for (let c = 0; c < coops.count; c++) this.addTiers(c)
    this.oneOf = new Int32Array(buyers.count).fill(-1)
    for (let b = 0; b < buyers.count; b++) this.addBuyer(b)
    this.programme = writer.finish()
    this.both = Float64Array.from(this.bothGains)
  }

  /** The most that a pair may trade, and the least. */
  private measurePairs(): void {
    const { problem, candidates, landed, reach } = this.full
    const { demands, lots, buyers } = problem
    for (let line = 0; line < demands.count; line++) {
      const buyer = demands.buyer[line]!
      const quota = demands.reserved[line]! ? buyers.quota[buyer]! : Infinity
      const money = Math.min(buyers.budget[buyer]!, quota)
      for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
        const lot = candidates.lot[k]!
        const pack = lots.pack[lot]!
        let room = Math.min(reach[line]!, lots.quantity[lot]!, demands.share[line]!)
        if (room * landed[k]! > money) room = Math.floor(money / landed[k]!)
        this.order[k] = leastOrder(lots.minOrder[lot]!, pack)
        const mass = room - (room % pack)
        if (mass >= this.order[k]!) this.most[k] = mass
      }
    }
  }

  /** What a cooperative delivers fills its tiers; they are concave, so the best fill first. */
  private addTiers(coop: number): void {
    const { writer } = this
    const { coops } = this.full.problem
    this.coopRow[coop] = writer.row(-Infinity, 0)
    for (let t = coops.tierStart[coop]!; t < coops.tierStart[coop + 1]!; t++) {
      writer.entry(this.coopRow[coop]!, 1)
      writer.fraction(0, coops.tierMass[t]!, 0)
      this.bothGains.push(coops.tierPoints[t]!)
    }
  }

  private addBuyer(buyer: number): void {
    const branch = this.branches[buyer]!
    if (branch.length > 0) this.oneOf[buyer] = this.writer.row(-Infinity, 1)
    for (let mask = 0; mask < 1 << branch.length; mask++) {
      const inside = new Set(branch.filter((_, j) => mask & (1 << j)))
      if (this.isAffordable(buyer, inside)) this.addPattern(buyer, inside)
    }
  }

  /** Whether the money suffices for the minimum fills at the lowest prices. */
  private isAffordable(buyer: number, inside: ReadonlySet<number>): boolean {
    const { problem, candidates, landed, reach } = this.full
    const { demands, buyers } = problem
    let [all, reserved] = [0, 0]
    for (const line of inside) {
      let cheapest = Infinity
      for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
        if (this.most[k]! > 0) cheapest = Math.min(cheapest, landed[k]!)
      }
      const money = cheapest * Math.min(reach[line]!, demands.minFill[line]!)
      all += money
      if (demands.reserved[line]!) reserved += money
    }
    return all <= buyers.budget[buyer]! && reserved <= buyers.quota[buyer]!
  }

  private addPattern(buyer: number, inside: ReadonlySet<number>): void {
    const { writer, full } = this
    const { buyers, demands } = full.problem
    const branch = this.branches[buyer]!
    const scaled: [number, number][] = []
    const isWeighted = branch.length > 0
    /** A row `Σ ≤ most`, or `Σ ≥ least`, both times the pattern's weight. */
    const limit = (most: number): number => {
      if (!isWeighted) return writer.row(-Infinity, most)
      const row = writer.row(-Infinity, 0)
      scaled.push([row, -most])
      return row
    }
    const atLeast = (least: number, holds: boolean): number => {
      const row = writer.row(holds ? (isWeighted ? 0 : least) : -Infinity, Infinity)
      if (isWeighted) scaled.push([row, -least])
      return row
    }
    const budgetRow = buyers.budget[buyer]! < Infinity ? limit(buyers.budget[buyer]! * FEN) : -1
    const quotaRow = buyers.quota[buyer]! < Infinity ? limit(buyers.quota[buyer]! * FEN) : -1
    const leastRow = new Map<number, number>()
    for (let j = full.buyerStart[buyer]!; j < full.buyerStart[buyer + 1]!; j++) {
      const line = full.buyerLine[j]!
      if (full.reach[line] === 0 || (branch.includes(line) && !inside.has(line))) continue
      const least = Math.min(full.reach[line]!, demands.minFill[line]!)
      if (least > 0) leastRow.set(line, atLeast(least, inside.has(line)))
      const money = demands.reserved[line]! ? [budgetRow, quotaRow] : [budgetRow]
      const rows = [limit(full.reach[line]!), leastRow.get(line) ?? -1]
      this.addLine(line, rows, money, limit, isWeighted)
    }
    let weight = -1
    if (isWeighted) {
      writer.entry(this.oneOf[buyer]!, 1)
      for (const [row, value] of scaled) writer.entry(row, value)
      weight = writer.fraction(0, 1, 0)
      this.bothGains.push(0)
    }
    this.patterns.push({ buyer, inside, weight, budgetRow, quotaRow, leastRow })
  }

  private addLine(
    line: number,
    rows: readonly number[],
    money: readonly number[],
    limit: (most: number) => number,
    isWeighted: boolean,
  ): void {
    const { writer, full } = this
    const { problem, candidates, landed, reach } = full
    const { demands, lots } = problem
    const capped = demands.share[line]! < demands.quantity[line]!
    const shareRow = new Map<number, number>()
    const put = (row: number, value: number): void => {
      if (row >= 0) writer.entry(row, value)
    }
    for (let k = candidates.start[line]!; k < candidates.start[line + 1]!; k++) {
      const most = this.most[k]!
      if (most === 0) continue
      const lot = candidates.lot[k]!
      const coop = lots.coop[lot]!
      if (capped && !shareRow.has(coop)) shareRow.set(coop, limit(demands.share[line]!))
      const tighter = isWeighted && most < Math.min(reach[line]!, demands.share[line]!)
      if (tighter) put(limit(most), 1)
      for (const row of rows) put(row, 1)
      put(shareRow.get(coop) ?? -1, 1)
      for (const row of money) put(row, landed[k]! * FEN)
      put(this.lotRow[lot]!, 1)
      put(this.coopRow[coop]!, -1)
      this.bothGains.push(POINTS_A_UNIT - candidates.cost[k]! * FEN_IN_POINTS)
      const column = writer.fraction(1, most, 0)
      this.pairs.push({ candidate: k, pattern: this.patterns.length, column })
    }
  }
}
