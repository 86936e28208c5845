/**
 * The problem as the engine holds it: columns of numbers, rows sorted so that what competes lies together.
 *
 * Lots and demand lines are kept in market order (category, then product, then id); `lots.id` and
 * `demands.id` lead back to the caller's indexes. Sorting changes no answer's value: it only makes the
 * working set small. Masses are whole units, money is whole fen, days are whole days.
 */
export interface Problem {
  readonly maxCandidates: number
  /** Fen per unit taken off the evaluated cost of a preferred cooperative's goods. */
  readonly credit: number
  readonly routes: Routes
  readonly coops: Coops
  readonly lots: Lots
  readonly buyers: Buyers
  readonly demands: Demands
}

/** Cell `township × zones + zone`. */
export interface Routes {
  readonly townships: number
  readonly zones: number
  readonly freight: Float64Array
  readonly lead: Float64Array
  readonly cold: Uint8Array
}

export interface Coops {
  readonly count: number
  readonly assisted: Uint8Array
  readonly offered: Float64Array
  /** Tiers of cooperative c: `tierStart[c] … tierStart[c + 1]`, points falling. */
  readonly tierStart: Int32Array
  readonly tierMass: Float64Array
  readonly tierPoints: Float64Array
}

export interface Lots {
  readonly count: number
  readonly id: Int32Array
  /** Which of equally dear lots comes first; no two have the same. */
  readonly rank: Int32Array
  readonly coop: Int32Array
  readonly product: Int32Array
  readonly category: Int32Array
  readonly township: Int32Array
  readonly grade: Int32Array
  readonly pack: Float64Array
  readonly quantity: Float64Array
  readonly minOrder: Float64Array
  readonly price: Float64Array
  readonly handling: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
  readonly shelfLife: Float64Array
  readonly coldChain: Uint8Array
  readonly certs: Int32Array
}

export interface Buyers {
  readonly count: number
  readonly zone: Int32Array
  /** Ceiling in fen on all lines; Infinity when there is none. */
  readonly budget: Float64Array
  /** Ceiling in fen on the reserved lines; Infinity when there is none. */
  readonly quota: Float64Array
}

export interface Demands {
  readonly count: number
  readonly id: Int32Array
  readonly buyer: Int32Array
  /** -1: any product of the category. */
  readonly product: Int32Array
  readonly category: Int32Array
  readonly quantity: Float64Array
  readonly minFill: Float64Array
  /** The share of the line that one cooperative may deliver, in ten-thousandths; 10,000: all of it. */
  readonly shareBp: Int32Array
  /** The same in mass. */
  readonly share: Float64Array
  readonly maxLanded: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
  readonly minShelf: Float64Array
  readonly maxGrade: Int32Array
  readonly certs: Int32Array
  readonly reserved: Uint8Array
  readonly cancelled: Uint8Array
  /** Sorted positions in time order, for readers that need it. */
  readonly submitted: Float64Array
  /** Cooperatives that each line prefers, and those that it refuses. */
  readonly preferred: (readonly number[])[]
  readonly blocked: (readonly number[])[]
}

/** Landed price of a lot in a delivery zone, fen per unit: price + freight (×1.5 when cold) + handling. */
export function landedPrice(problem: Problem, lot: number, zone: number): number {
  const { lots, routes } = problem
  const freight = routes.freight[lots.township[lot]! * routes.zones + zone]!
  return (
    lots.price[lot]! +
    (lots.coldChain[lot]! ? Math.floor((freight * 3) / 2) : freight) +
    lots.handling[lot]!
  )
}

/** Whether the buyer of the line prefers this cooperative. */
export function prefers(demands: Demands, line: number, coop: number): boolean {
  return demands.preferred[line]!.includes(coop)
}

/** Whether the buyer of the line refuses this cooperative. */
export function blocks(demands: Demands, line: number, coop: number): boolean {
  return demands.blocked[line]!.includes(coop)
}

/** The same problem with columns of its own, to be rewritten. */
export function copyOf(problem: Problem): Problem {
  const { coops, lots, demands } = problem
  return { ...problem, coops: columnsOf(coops), lots: columnsOf(lots), demands: columnsOf(demands) }
}

function columnsOf<T extends object>(table: T): T {
  const copied = Object.entries(table).map(([name, column]) => [
    name,
    Array.isArray(column) || ArrayBuffer.isView(column)
      ? (column as Int32Array).slice()
      : (column as unknown),
  ])
  return Object.fromEntries(copied) as T
}

/** `caller's index → sorted position`. */
export function positions(id: Int32Array): Int32Array {
  const at = new Int32Array(id.length)
  for (let k = 0; k < id.length; k++) at[id[k]!] = k
  return at
}

/** Σ of all cooperatives' points for the masses they deliver. */
export function pointsOf(coops: Coops, delivered: Float64Array): number {
  let points = 0
  for (let c = 0; c < coops.count; c++) {
    let rest = delivered[c]!
    for (let t = coops.tierStart[c]!; t < coops.tierStart[c + 1]!; t++) {
      const mass = Math.min(rest, coops.tierMass[t]!)
      points += mass * coops.tierPoints[t]!
      rest -= mass
    }
  }
  return points
}
