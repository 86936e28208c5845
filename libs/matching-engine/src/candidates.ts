import { emptyPool, LotIndex, PoolFiller, type Pool } from './pool.js'
import { blocks, prefers, type Problem } from './problem.js'

/**
 * The pairs that may trade: line r's lots are `lot[start[r]] … lot[start[r + 1]]`, cheapest evaluated
 * price first (ties: the lots' rank), at most `maxCandidates` of them.
 */
export interface Candidates {
  readonly start: Int32Array
  readonly lot: Int32Array
  /** Evaluated price, fen per unit × fineness. */
  readonly cost: Int32Array
}

const LARGEST_COST = 2 ** 31 - 1

/**
 * Finds the candidates by index: lines that ask for the same goods in the same zone share one sorted
 * pool and walk it until they have enough or it gets too dear. Null when a price needs more than 31 bits.
 * A network of some fineness tells so many parts of a fen apart.
 */
export function findCandidates(problem: Problem, fineness = 1): Candidates | null {
  const finder = new CandidateFinder(problem, new LotIndex(problem), fineness)
  const { demands } = problem
  const start = new Int32Array(demands.count + 1)
  let lot = new Int32Array(Math.max(1024, demands.count * 16))
  let cost = new Int32Array(lot.length)
  let size = 0
  for (let line = 0; line < demands.count; line++) {
    const found = demands.cancelled[line]! ? 0 : finder.find(line)
    if (size + found > lot.length) {
      lot = grown(lot, size + found)
      cost = grown(cost, size + found)
    }
    for (let k = 0; k < found; k++) {
      const price = finder.cost[k]!
      if (price > LARGEST_COST || price < -LARGEST_COST) return null
      lot[size] = finder.lot[k]!
      cost[size++] = price
    }
    start[line + 1] = size
  }
  return { start, lot: lot.slice(0, size), cost: cost.slice(0, size) }
}

function grown(old: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(least, Math.ceil(old.length * 1.5)))
  next.set(old)
  return next
}

/** Finds the candidates of one line after another; keeps the pool of the last goods and zone. */
export class CandidateFinder {
  /** The last line's candidates. */
  lot: Int32Array
  cost: Float64Array
  private readonly pool: Pool
  private readonly filler: PoolFiller
  private product = -2
  private category = -1
  private zone = -1

  constructor(
    private readonly problem: Problem,
    readonly index = new LotIndex(problem),
    readonly fineness = 1,
  ) {
    const capacity = Math.max(1, problem.lots.count)
    this.pool = emptyPool(capacity)
    this.filler = new PoolFiller(problem)
    this.lot = new Int32Array(capacity)
    this.cost = new Float64Array(capacity)
  }

  /** Forgets the pool after a lot has changed. */
  forget(): void {
    this.product = -2
  }

  /** Takes up other ranks of the lots. */
  rank(): void {
    this.filler.rank()
    this.forget()
  }

  /** Fills `lot` and `cost`; answers how many there are. */
  find(line: number): number {
    this.openPool(line)
    const { demands } = this.problem
    const choosy = demands.preferred[line]!.length > 0 && this.problem.credit > 0
    const found = this.scan(line, choosy ? Infinity : this.problem.maxCandidates)
    return choosy ? this.sort(line, found) : found
  }

  private openPool(line: number): void {
    const { demands, buyers } = this.problem
    const product = demands.product[line]!
    const category = demands.category[line]!
    const zone = buyers.zone[demands.buyer[line]!]!
    const same = product === this.product && zone === this.zone
    if (same && (product >= 0 || category === this.category)) return
    this.product = product
    this.category = category
    this.zone = zone
    this.filler.fill(this.pool, this.index.lotsOf(product, category), zone)
  }

  private scan(line: number, most: number): number {
    const { lots, demands, coops } = this.problem
    const { pool, lot: found, cost } = this
    const maxLanded = demands.maxLanded[line]!
    const maxGrade = demands.maxGrade[line]!
    const certs = demands.certs[line]!
    const reserved = demands.reserved[line]!
    const quantity = demands.quantity[line]!
    const minShelf = demands.minShelf[line]!
    const from = demands.from[line]!
    const to = demands.to[line]!
    const hasBlocked = demands.blocked[line]!.length > 0
    let n = 0
    for (let k = 0; k < pool.size; k++) {
      const landed = pool.landed[k]!
      if (landed > maxLanded) break
      const lot = pool.lot[k]!
      if (lots.grade[lot]! > maxGrade || (lots.certs[lot]! & certs) !== certs) continue
      if (pool.shelfLeft[k]! < minShelf) continue
      const earliest = pool.arrivesFrom[k]!
      const latest = pool.arrivesTo[k]!
      if ((earliest > from ? earliest : from) > (latest < to ? latest : to)) continue
      if (quantity < lots.minOrder[lot]! || quantity < lots.pack[lot]!) {
        if (lots.minOrder[lot]! > 0) continue
      } else if (quantity - (quantity % lots.pack[lot]!) < lots.minOrder[lot]!) continue
      if (reserved && !coops.assisted[lots.coop[lot]!]!) continue
      if (hasBlocked && blocks(demands, line, lots.coop[lot]!)) continue
      found[n] = lot
      cost[n] = landed * this.fineness
      if (++n >= most) break
    }
    return n
  }

  /** Takes the credit off and sorts again; the pool's order no longer holds. */
  private sort(line: number, found: number): number {
    const { lots, demands, maxCandidates } = this.problem
    const credit = this.problem.credit * this.fineness
    const order = Array.from({ length: found }, (_, k) => {
      const lot = this.lot[k]!
      const bonus = prefers(demands, line, lots.coop[lot]!) ? credit : 0
      return { lot, cost: this.cost[k]! - bonus, rank: lots.rank[lot]! }
    }).sort((a, b) => a.cost - b.cost || a.rank - b.rank)
    const kept = Math.min(found, maxCandidates)
    for (let k = 0; k < kept; k++) {
      this.lot[k] = order[k]!.lot
      this.cost[k] = order[k]!.cost
    }
    return kept
  }
}
