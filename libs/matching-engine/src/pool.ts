import { listOf, strike } from './lists.js'
import { blocks, landedPrice, type Problem } from './problem.js'

/** The rules that can keep a lot from a line, in the order in which they are asked. */
export const EXCLUSIONS = [
  'grade', 'certificates', 'reserved', 'blocked', 'minimum order', 'price', 'cold chain',
  'shelf life', 'delivery window',
] as const // prettier-ignore
export type Exclusion = (typeof EXCLUSIONS)[number]

/**
 * The lots that could reach one delivery zone, cheapest landed price first (ties: the lots' rank),
 * with everything that depends only on lot and zone worked out once for all lines that ask.
 */
export interface Pool {
  size: number
  lot: Int32Array
  landed: Float64Array
  arrivesFrom: Float64Array
  arrivesTo: Float64Array
  shelfLeft: Float64Array
}

export function emptyPool(capacity: number): Pool {
  return {
    size: 0,
    lot: new Int32Array(capacity),
    landed: new Float64Array(capacity),
    arrivesFrom: new Float64Array(capacity),
    arrivesTo: new Float64Array(capacity),
    shelfLeft: new Float64Array(capacity),
  }
}

/** Prices from here on need more than the engine's 31 bits; where they stand in the pool is no matter. */
export const BEYOND = 2 ** 31

/** Sorts lots by (landed price, rank) without a comparator: both packed into one double. */
export class PoolFiller {
  private readonly keys: Float64Array
  private readonly at: Int32Array
  private readonly stride: number

  constructor(private readonly problem: Problem) {
    const { lots } = problem
    this.stride = Math.max(1, lots.count)
    this.keys = new Float64Array(lots.count)
    this.at = new Int32Array(lots.count)
    this.rank()
  }

  /** Takes the ranks up again after they have changed. */
  rank(): void {
    const { rank, count } = this.problem.lots
    for (let k = 0; k < count; k++) this.at[rank[k]!] = k
  }

  /** Fills `pool` with these lots for `zone`; lots without their cold chain stay out. */
  fill(pool: Pool, of: readonly number[], zone: number): void {
    const { lots, routes } = this.problem
    const { stride, at } = this
    let size = 0
    for (const lot of of) {
      const cell = lots.township[lot]! * routes.zones + zone
      if (lots.coldChain[lot]! && !routes.cold[cell]!) continue
      const landed = Math.min(landedPrice(this.problem, lot, zone), BEYOND)
      this.keys[size++] = landed * stride + lots.rank[lot]!
    }
    const keys = this.keys.subarray(0, size)
    keys.sort()
    for (let k = 0; k < size; k++) {
      const lot = at[keys[k]! % stride]!
      const lead = routes.lead[lots.township[lot]! * routes.zones + zone]!
      pool.lot[k] = lot
      pool.landed[k] = landedPrice(this.problem, lot, zone)
      pool.arrivesFrom[k] = lots.from[lot]! + lead
      pool.arrivesTo[k] = lots.to[lot]! + lead
      pool.shelfLeft[k] = lots.shelfLife[lot]! - lead
    }
    pool.size = size
  }
}

/** The lots of each product and category. */
export class LotIndex {
  private readonly products = new Map<number, number[]>()
  private readonly categories = new Map<number, number[]>()

  constructor(private readonly problem: Problem) {
    for (let lot = 0; lot < problem.lots.count; lot++) this.enlist(lot)
  }

  /** A lot of the goods that its columns say now. */
  enlist(lot: number): void {
    const { lots } = this.problem
    listOf(this.categories, lots.category[lot]!).push(lot)
    listOf(this.products, lots.product[lot]!).push(lot)
  }

  /** Before a lot's columns say other goods. */
  delist(lot: number): void {
    const { lots } = this.problem
    strike(listOf(this.categories, lots.category[lot]!), lot)
    strike(listOf(this.products, lots.product[lot]!), lot)
  }

  /** All lots of a product, or where it is -1 of a category. */
  lotsOf(product: number, category: number): readonly number[] {
    return (product >= 0 ? this.products.get(product) : this.categories.get(category)) ?? []
  }
}

/** Every rule that keeps the lot from the line; empty when the pair is compatible. */
export function exclusions(problem: Problem, line: number, lot: number): Exclusion[] {
  const { lots, demands, coops, routes, buyers } = problem
  const zone = buyers.zone[demands.buyer[line]!]!
  const cell = lots.township[lot]! * routes.zones + zone
  const lead = routes.lead[cell]!
  const pack = lots.pack[lot]!
  const found: Exclusion[] = []
  if (lots.grade[lot]! > demands.maxGrade[line]!) found.push('grade')
  if ((lots.certs[lot]! & demands.certs[line]!) !== demands.certs[line]!) found.push('certificates')
  if (demands.reserved[line]! && !coops.assisted[lots.coop[lot]!]!) found.push('reserved')
  if (blocks(demands, line, lots.coop[lot]!)) found.push('blocked')
  if (Math.floor(demands.quantity[line]! / pack) * pack < lots.minOrder[lot]!) {
    found.push('minimum order')
  }
  if (landedPrice(problem, lot, zone) > demands.maxLanded[line]!) found.push('price')
  if (lots.coldChain[lot]! && !routes.cold[cell]!) found.push('cold chain')
  if (lots.shelfLife[lot]! - lead < demands.minShelf[line]!) found.push('shelf life')
  if (
    Math.max(lots.from[lot]! + lead, demands.from[line]!) >
    Math.min(lots.to[lot]! + lead, demands.to[line]!)
  ) {
    found.push('delivery window')
  }
  return found
}
