import { exclusions, LotIndex, type Exclusion } from './pool.js'
import { landedPrice, type Problem } from './problem.js'

/** One number of the instance and what it would have to be, in the file's names and indexes. */
export interface Change {
  readonly table: 'demands' | 'lots' | 'buyers'
  readonly id: number
  readonly field: string
  readonly from: number
  readonly to: number
}

/**
 * What would turn a line's fate. `gain` is what the line then receives on top, taken from nobody (for a
 * matched line: 0, it loses every candidate). `smallest`: no smaller change of the same number does it.
 */
export interface Flip {
  readonly changes: readonly Change[]
  readonly gain: number
  readonly smallest: boolean
}

/** Works flips out for one problem; keeps the index of lots. */
export class Flips {
  private readonly index: LotIndex

  constructor(readonly problem: Problem) {
    this.index = new LotIndex(problem)
  }

  /** Lots of the line's goods, whether compatible or not. */
  poolOf(line: number): number[] {
    const { demands } = this.problem
    const pool: number[] = []
    for (const [first, end] of this.index.ranges(demands.product[line]!, demands.category[line]!)) {
      for (let lot = first; lot < end; lot++) pool.push(lot)
    }
    return pool
  }

  landed(line: number, lot: number): number {
    const { demands, buyers } = this.problem
    return landedPrice(this.problem, lot, buyers.zone[demands.buyer[line]!]!)
  }

  /**
   * The highest price ceiling that leaves a line without any lot. `first` is the evaluated price of its
   * first candidate; only where a credit disturbs the order is the whole pool asked.
   */
  loss(line: number, first: number): Flip | null {
    const { demands } = this.problem
    let cheapest = first
    if (demands.preferredStart[line] !== demands.preferredStart[line + 1]) {
      cheapest = Infinity
      for (const lot of this.poolOf(line)) {
        const landed = this.landed(line, lot)
        if (landed >= cheapest || exclusions(this.problem, line, lot).length > 0) continue
        cheapest = landed
      }
    }
    if (!(cheapest > 0 && cheapest < Infinity)) return null
    const change = this.line(line, 'maxLandedCents', demands.maxLanded[line]!, cheapest - 1)
    return { changes: [change], gain: 0, smallest: true }
  }

  line(line: number, field: string, from: number, to: number): Change {
    return { table: 'demands', id: this.problem.demands.id[line]!, field, from, to }
  }

  /** More of a lot; its cooperative offers as much more. */
  supply(lot: number, more: number): Change {
    const { lots } = this.problem
    const from = lots.quantity[lot]!
    return { table: 'lots', id: lots.id[lot]!, field: 'qtyKg', from, to: from + more }
  }

  /** The single relaxation that lets the lot in, when one number of the line's own can do it. */
  relaxation(line: number, lot: number): Change | null {
    const rules = exclusions(this.problem, line, lot)
    return rules.length === 1 ? this.relax(rules[0]!, line, lot) : null
  }

  private relax(rule: Exclusion, line: number, lot: number): Change | null {
    const { demands, lots, routes, buyers } = this.problem
    const cell = lots.township[lot]! * routes.zones + buyers.zone[demands.buyer[line]!]!
    const lead = routes.lead[cell]!
    if (rule === 'price') {
      const to = this.landed(line, lot)
      return this.line(line, 'maxLandedCents', demands.maxLanded[line]!, to)
    }
    if (rule === 'grade') {
      return this.line(line, 'maxGrade', demands.maxGrade[line]!, lots.grade[lot]!)
    }
    if (rule === 'certificates') {
      const certs = demands.certs[line]!
      return this.line(line, 'certs', certs, certs & lots.certs[lot]!)
    }
    if (rule === 'shelf life') {
      const to = lots.shelfLife[lot]! - lead
      return this.line(line, 'minShelfDays', demands.minShelf[line]!, to)
    }
    if (rule !== 'delivery window') return null
    const [earliest, latest] = [lots.from[lot]! + lead, lots.to[lot]! + lead]
    if (earliest > latest) return null
    return earliest > demands.to[line]!
      ? this.line(line, 'deliverTo', demands.to[line]!, earliest)
      : this.line(line, 'deliverFrom', demands.from[line]!, latest)
  }
}
