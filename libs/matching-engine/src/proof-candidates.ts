import type { Problem } from './problem.js'

/** A compatible pair as the proof-reader sees it. */
export interface Pair {
  readonly lot: number
  readonly price: number
  mass: number
}

/** Landed fen per unit, worked out again. */
export function landed(problem: Problem, line: number, lot: number): number {
  const { lots, routes, buyers, demands } = problem
  const zone = buyers.zone[demands.buyer[line]!]!
  const base = routes.freight[lots.township[lot]! * routes.zones + zone]!
  const freight = lots.coldChain[lot] === 1 ? Math.floor(1.5 * base) : base
  return lots.price[lot]! + freight + lots.handling[lot]!
}

/** Landed price less the credit of a preferred cooperative. */
export function evaluatedPrice(problem: Problem, line: number, lot: number): number {
  const { demands, lots } = problem
  const preferred = demands.preferred[line]!.includes(lots.coop[lot]!)
  return landed(problem, line, lot) - (preferred ? problem.credit : 0)
}

function isBlocked({ demands }: Problem, line: number, coop: number): boolean {
  return demands.blocked[line]!.includes(coop)
}

function fits(problem: Problem, line: number, lot: number): boolean {
  const { demands, lots, routes, buyers, coops } = problem
  const cell = lots.township[lot]! * routes.zones + buyers.zone[demands.buyer[line]!]!
  const lead = routes.lead[cell]!
  const coop = lots.coop[lot]!
  const earliest = Math.max(lots.from[lot]! + lead, demands.from[line]!)
  const latest = Math.min(lots.to[lot]! + lead, demands.to[line]!)
  const packs = Math.floor(demands.quantity[line]! / lots.pack[lot]!)
  return (
    landed(problem, line, lot) <= demands.maxLanded[line]! &&
    lots.grade[lot]! <= demands.maxGrade[line]! &&
    (demands.certs[line]! & ~lots.certs[lot]!) === 0 &&
    (demands.reserved[line] === 0 || coops.assisted[coop] === 1) &&
    packs * lots.pack[lot]! >= lots.minOrder[lot]! &&
    (lots.coldChain[lot] === 0 || routes.cold[cell] === 1) &&
    lots.shelfLife[lot]! - lead >= demands.minShelf[line]! &&
    earliest <= latest &&
    !isBlocked(problem, line, coop)
  )
}

/** Every line's candidates, by trying each lot of its product or category; only the lots are kept. */
export class PairTable {
  private readonly start: Int32Array
  private lots: Int32Array = new Int32Array(1024)
  /** Rows of the allocation by line. */
  private entryStart: Int32Array = new Int32Array(1)
  private entries: Int32Array = new Int32Array(0)
  private mass: Float64Array = new Float64Array(0)
  private entryLot: Int32Array = new Int32Array(0)

  constructor(private readonly problem: Problem) {
    const { lots, demands } = problem
    const byProduct = filed(lots.product)
    const byCategory = filed(lots.category)
    this.start = new Int32Array(demands.count + 1)
    this.entryStart = new Int32Array(demands.count + 1)
    let size = 0
    for (let line = 0; line < demands.count; line++) {
      const product = demands.product[line]!
      const pool = product < 0 ? byCategory.get(demands.category[line]!) : byProduct.get(product)
      const found = demands.cancelled[line]! ? [] : this.cheapest(line, pool ?? [])
      if (size + found.length > this.lots.length) {
        const grown = new Int32Array(Math.max(size + found.length, this.lots.length * 2))
        grown.set(this.lots)
        this.lots = grown
      }
      for (const lot of found) this.lots[size++] = lot
      this.start[line + 1] = size
    }
  }

  private cheapest(line: number, pool: readonly number[]): number[] {
    const { problem } = this
    const found = pool.filter((lot) => fits(problem, line, lot))
    if (found.length <= problem.maxCandidates) return found
    return found
      .map((lot) => ({ lot, price: evaluatedPrice(problem, line, lot) }))
      .sort((a, b) => a.price - b.price || problem.lots.rank[a.lot]! - problem.lots.rank[b.lot]!)
      .slice(0, problem.maxCandidates)
      .map(({ lot }) => lot)
  }

  /** Lays the allocation beside the pairs. */
  enter(line: Int32Array, lot: Int32Array, mass: Float64Array): void {
    for (const each of line) this.entryStart[each + 1]!++
    for (let r = 0; r + 1 < this.entryStart.length; r++) {
      this.entryStart[r + 1]! += this.entryStart[r]!
    }
    const next = this.entryStart.slice()
    this.entries = new Int32Array(line.length)
    line.forEach((each, k) => {
      this.entries[next[each]!++] = k
    })
    this.entryLot = lot
    this.mass = mass
  }

  /** The line's pairs with what they carry. */
  of(line: number): Pair[] {
    const pairs: Pair[] = []
    for (let k = this.start[line]!; k < this.start[line + 1]!; k++) {
      const lot = this.lots[k]!
      pairs.push({ lot, price: evaluatedPrice(this.problem, line, lot), mass: 0 })
    }
    for (let j = this.entryStart[line]!; j < this.entryStart[line + 1]!; j++) {
      const k = this.entries[j]!
      const pair = pairs.find((each) => each.lot === this.entryLot[k])
      if (pair) pair.mass += this.mass[k]!
    }
    return pairs
  }
}

function filed(keys: Int32Array): Map<number, number[]> {
  const map = new Map<number, number[]>()
  keys.forEach((key, lot) => {
    const found = map.get(key)
    if (found) found.push(lot)
    else map.set(key, [lot])
  })
  return map
}
