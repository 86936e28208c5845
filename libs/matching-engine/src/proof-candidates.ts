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
  const preferred = demands.preferred
    .subarray(demands.preferredStart[line]!, demands.preferredStart[line + 1]!)
    .includes(lots.coop[lot]!)
  return landed(problem, line, lot) - (preferred ? problem.credit : 0)
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
    !demands.blocked
      .subarray(demands.blockedStart[line]!, demands.blockedStart[line + 1]!)
      .includes(coop)
  )
}

/** Every line's candidates, by trying each lot of its product or category. */
export function listCandidates(problem: Problem): Pair[][] {
  const { lots, demands, maxCandidates } = problem
  const byProduct = new Map<number, number[]>()
  const byCategory = new Map<number, number[]>()
  const file = (map: Map<number, number[]>, key: number, lot: number): void => {
    const found = map.get(key)
    if (found) found.push(lot)
    else map.set(key, [lot])
  }
  for (let lot = 0; lot < lots.count; lot++) {
    file(byProduct, lots.product[lot]!, lot)
    file(byCategory, lots.category[lot]!, lot)
  }
  return Array.from({ length: demands.count }, (_, line) => {
    if (demands.cancelled[line]!) return []
    const product = demands.product[line]!
    const pool = product < 0 ? byCategory.get(demands.category[line]!) : byProduct.get(product)
    const pairs: Pair[] = []
    for (const lot of pool ?? []) {
      if (fits(problem, line, lot)) {
        pairs.push({ lot, price: evaluatedPrice(problem, line, lot), mass: 0 })
      }
    }
    pairs.sort((a, b) => a.price - b.price || lots.id[a.lot]! - lots.id[b.lot]!)
    return pairs.length > maxCandidates ? pairs.slice(0, maxCandidates) : pairs
  })
}
