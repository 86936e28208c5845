import { CandidateFinder } from './candidates.js'
import { exclusions, LotIndex, type Exclusion } from './pool.js'
import { landedPrice, type Demands, type Problem } from './problem.js'

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

/** Numbers of a line that decide which lots it may take, by their names in the file. */
const OWN_NUMBERS = {
  maxLandedCents: 'maxLanded',
  maxGrade: 'maxGrade',
  certs: 'certs',
  minShelfDays: 'minShelf',
  deliverFrom: 'from',
  deliverTo: 'to',
  qtyKg: 'quantity',
} as const satisfies Record<string, keyof Demands>

/** Works flips out for one problem; keeps the index of lots. */
export class Flips {
  /** The problem with numbers of its lines that may be changed and put back. */
  private readonly trial: Problem
  private readonly finder: CandidateFinder

  constructor(
    readonly problem: Problem,
    private readonly index = new LotIndex(problem),
  ) {
    const demands = { ...problem.demands }
    for (const column of Object.values(OWN_NUMBERS)) {
      Object.assign(demands, { [column]: problem.demands[column].slice() })
    }
    this.trial = { ...problem, demands }
    this.finder = new CandidateFinder(this.trial, index)
  }

  /** Whether the lot is among the line's candidates under these changes of the line's own numbers. */
  admits(line: number, lot: number, changes: readonly Change[]): boolean {
    const { demands } = this.trial
    const own = Object.entries(OWN_NUMBERS)
    for (const [, column] of own) demands[column][line] = this.problem.demands[column][line]!
    for (const { field, to } of changes) {
      for (const [name, column] of own) if (name === field) demands[column][line] = to
    }
    const found = this.finder.find(line)
    return this.finder.lot.subarray(0, found).includes(lot)
  }

  /** Lots of the line's goods, whether compatible or not. */
  poolOf(line: number): readonly number[] {
    const { demands } = this.problem
    return this.index.lotsOf(demands.product[line]!, demands.category[line]!)
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
    if (demands.preferred[line]!.length > 0) {
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

  /** The single relaxation that lets the lot in, when one number of the line's own can do it; its quantity stays. */
  relaxation(line: number, lot: number): Change | null {
    const changes = this.relaxations(line, lot)
    return changes?.length === 1 && changes[0]!.field !== 'qtyKg' ? changes[0]! : null
  }

  /** The line's own numbers that keep the lot out, and what each would have to be. Null: not they alone. */
  relaxations(line: number, lot: number): Change[] | null {
    const changes: Change[] = []
    for (const rule of exclusions(this.problem, line, lot)) {
      const change = this.relax(rule, line, lot)
      if (!change) return null
      changes.push(change)
    }
    return changes.length > 0 ? changes : null
  }

  /** The least share cap, in ten-thousandths, that lets one cooperative deliver `mass` of the line. */
  share(line: number, mass: number): Change | null {
    const { demands } = this.problem
    const to = Math.ceil((mass * 10000) / demands.quantity[line]!)
    return to > 10000 ? null : this.line(line, 'maxCoopShareBp', demands.shareBp[line]!, to)
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
    if (rule === 'minimum order') {
      const pack = lots.pack[lot]!
      const to = Math.max(1, Math.ceil(lots.minOrder[lot]! / pack)) * pack
      return this.line(line, 'qtyKg', demands.quantity[line]!, to)
    }
    if (rule !== 'delivery window') return null
    const [earliest, latest] = [lots.from[lot]! + lead, lots.to[lot]! + lead]
    if (earliest > latest) return null
    return earliest > demands.to[line]!
      ? this.line(line, 'deliverTo', demands.to[line]!, earliest)
      : this.line(line, 'deliverFrom', demands.from[line]!, latest)
  }
}
