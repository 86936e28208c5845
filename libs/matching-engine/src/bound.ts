/**
 * An upper bound on full mode's volume by Lagrangian duality. Ceilings on money are priced: a fen of buyer
 * b costs m(b) of a unit of volume, and a unit of lot l costs p(l). For all prices ≥ 0
 *
 *   V ≤ Σ p(l)·quantity(l) + Σ m(b)·ceiling(b) + Σ over lines of their best worth at these prices,
 *
 * where a line wants no more than whole packs let it take. Given m, the best p are the potentials of a flow,
 * solved on a warm basis, and what that flow overspends is a subgradient in m. Steps shrink geometrically;
 * at the end p is averaged over the last steps and m is found exactly for it, buyer by buyer. Any prices
 * give a valid bound, so the least value seen is one: nothing hangs on convergence.
 */
import { BuyerDual } from './buyer-dual.js'
import type { FullProblem } from './full-problem.js'
import { OVER_MISSES, type Network } from './network.js'
import { AT_UPPER, NetworkSimplex } from './network-simplex.js'
import { PatternBound } from './pattern-bound.js'
import { Pricing } from './pricing.js'
import { ARC, DOWN, STRIDE } from './spanning-tree.js'
import { computePotentials, startGreedy } from './starting-basis.js'

const HALVINGS = 40
const FIRST_STEP = 1
const LAST_STEP = 0.01
/** Weight of the newest lot prices in their running average. */
const NEWEST = 0.1
/** Prices of money at which nothing is worth buying, with a margin for rounding. */
const PROHIBITIVE = 1.02

export class DualBound {
  /** The least bound seen, in units of volume. */
  best = Infinity
  readonly simplex: NetworkSimplex
  /** Price of a fen, per buyer: of the budget, and on top of it of the reserved ceiling. */
  readonly budgetPrice: Float64Array
  readonly quotaPrice: Float64Array
  readonly lotPrice: Float64Array
  /** Mass per candidate, averaged over the last flows: close to the best fractional answer. */
  readonly averageMass: Float64Array
  private readonly averagePrice: Float64Array
  private readonly spent: Float64Array
  private readonly reservedSpent: Float64Array
  /** What the buyer would spend on everything it wants; the price of money at which it wants nothing. */
  private readonly wealth: Float64Array
  private readonly topPrice: Float64Array
  private readonly pricing: Pricing
  private readonly dual: BuyerDual
  private readonly network: Network

  constructor(
    private readonly full: FullProblem,
    network: Network,
    /** Parts into which a unit of volume is cut. */
    readonly scale: number,
  ) {
    const { buyers, lots } = full.problem
    this.network = volumeNetwork(full, network, scale)
    this.budgetPrice = new Float64Array(buyers.count)
    this.quotaPrice = new Float64Array(buyers.count)
    this.spent = new Float64Array(buyers.count)
    this.reservedSpent = new Float64Array(buyers.count)
    this.wealth = new Float64Array(buyers.count)
    this.topPrice = new Float64Array(buyers.count)
    this.lotPrice = new Float64Array(lots.count)
    this.averagePrice = new Float64Array(lots.count)
    this.averageMass = new Float64Array(full.landed.length)
    this.dual = new BuyerDual(full, scale)
    this.simplex = new NetworkSimplex(this.network)
    startGreedy(this.simplex)
    this.pricing = new Pricing(this.simplex)
    this.measureBuyers()
  }

  /** Takes `steps` subgradient steps and the exact last one. `stop` may end it early. */
  descend(steps: number, stop: () => boolean): void {
    for (let k = 0; k < steps && !stop(); k++) {
      this.priceLots()
      const { averagePrice, lotPrice } = this
      const newest = k === 0 ? 1 : NEWEST
      for (let lot = 0; lot < lotPrice.length; lot++) {
        averagePrice[lot]! += newest * (lotPrice[lot]! - averagePrice[lot]!)
      }
      this.measureSpending(newest)
      this.step(FIRST_STEP * (LAST_STEP / FIRST_STEP) ** (k / steps))
    }
    this.lotPrice.set(this.averagePrice)
    this.priceMoney()
    this.priceLots()
    this.priceMoney()
  }

  private measureBuyers(): void {
    const { problem, landed, candidates, buyerStart, buyerLine, reach } = this.full
    for (let b = 0; b < problem.buyers.count; b++) {
      let [money, mass, cheapest] = [0, 0, Infinity]
      for (let j = buyerStart[b]!; j < buyerStart[b + 1]!; j++) {
        const line = buyerLine[j]!
        const k = candidates.start[line]!
        if (k === candidates.start[line + 1]!) continue
        money += landed[k]! * reach[line]!
        mass += reach[line]!
        cheapest = Math.min(cheapest, landed[k]!)
      }
      const typical = mass > 0 ? Math.max(1, money / mass) : 1
      this.wealth[b] = Math.max(1, money) * typical
      this.topPrice[b] = (PROHIBITIVE * this.scale) / Math.max(1, Math.min(cheapest, typical))
    }
  }

  /** The flow at the present prices of money; its potentials are the lots' prices. */
  private priceLots(): void {
    const { problem, landed } = this.full
    const { network, simplex, budgetPrice, quotaPrice, scale } = this
    const { rowStart, rowCost, rowCandidate, targetLine, lotBase } = network
    for (let t = 0; t < network.targets; t++) {
      const line = targetLine[t]!
      const buyer = problem.demands.buyer[line]!
      const price = budgetPrice[buyer]! + (problem.demands.reserved[line]! ? quotaPrice[buyer]! : 0)
      for (let a = rowStart[t]!; a < rowStart[t + 1]!; a++) {
        rowCost[a] = Math.min(scale, Math.floor(price * landed[rowCandidate[a]!]!))
      }
    }
    computePotentials(simplex)
    this.pricing.run(Infinity)
    const { potential } = simplex.tree
    for (let lot = 0; lot < problem.lots.count; lot++) {
      this.lotPrice[lot] = Math.max(0, Math.min(scale, potential[lotBase + lot]!))
    }
  }

  /** What the flow spends; arcs that are worth no more than a miss do not count. */
  private measureSpending(newest: number): void {
    const { problem, landed } = this.full
    const { network, simplex, spent, reservedSpent, scale } = this
    const { rowArcs, rowStart, rowCost, rowCandidate, rowCapacity, targetLine } = network
    const { tree, rowState } = simplex
    spent.fill(0)
    reservedSpent.fill(0)
    const { averageMass } = this
    for (let k = 0; k < averageMass.length; k++) averageMass[k]! *= 1 - newest
    const enter = (arc: number, mass: number, target: number): void => {
      if (rowCost[arc]! >= scale) return
      const line = targetLine[target]!
      averageMass[rowCandidate[arc]!]! += newest * mass
      const money = mass * landed[rowCandidate[arc]!]!
      spent[problem.demands.buyer[line]!]! += money
      if (problem.demands.reserved[line]!) reservedSpent[problem.demands.buyer[line]!]! += money
    }
    for (let v = 1; v < network.nodes; v++) {
      const arc = tree.node[v * STRIDE + ARC]!
      if (arc >= rowArcs || tree.flow[v]! === 0) continue
      const target = tree.node[v * STRIDE + DOWN] === 1 ? v : tree.node[v * STRIDE]!
      enter(arc, tree.flow[v]!, target - network.targetBase)
    }
    for (let t = 0; t < network.targets; t++) {
      if (rowCapacity[t] === Infinity) continue
      for (let a = rowStart[t]!; a < rowStart[t + 1]!; a++) {
        if (rowState[a] === AT_UPPER) enter(a, rowCapacity[t]!, t)
      }
    }
  }

  /** Ceilings that are broken get dearer, those left unused cheaper. */
  private step(size: number): void {
    const { buyers } = this.full.problem
    const { budgetPrice, quotaPrice, spent, reservedSpent, topPrice, scale } = this
    for (let b = 0; b < buyers.count; b++) {
      const move = (size * scale) / this.wealth[b]!
      const top = topPrice[b]!
      if (buyers.budget[b]! < Infinity) {
        const next = budgetPrice[b]! + move * (spent[b]! - buyers.budget[b]!)
        budgetPrice[b] = Math.max(0, Math.min(top, next))
      }
      if (buyers.quota[b]! < Infinity) {
        const next = quotaPrice[b]! + move * (reservedSpent[b]! - buyers.quota[b]!)
        quotaPrice[b] = Math.max(0, Math.min(top, next))
      }
    }
  }

  /** Exact prices of money for the present lot prices, and the bound that they give. */
  private priceMoney(): void {
    const { buyers, lots } = this.full.problem
    const { dual, lotPrice, budgetPrice, quotaPrice } = this
    const patterns = new PatternBound(this.full, this.scale, lotPrice)
    let value = 0
    for (let lot = 0; lot < lots.count; lot++) value += lotPrice[lot]! * lots.quantity[lot]!
    for (let b = 0; b < buyers.count; b++) {
      const [m, q] = this.bestPrices(b)
      budgetPrice[b] = m
      quotaPrice[b] = q
      const ceilings = (m > 0 ? m * buyers.budget[b]! : 0) + (q > 0 ? q * buyers.quota[b]! : 0)
      const plain = ceilings + dual.value(b, lotPrice, m, q)
      value += m > 0 || q > 0 ? Math.min(plain, patterns.term(b, m, q)) : plain
    }
    this.best = Math.min(this.best, value / this.scale)
  }

  /** Minimises one buyer's convex term, one price at a time. */
  private bestPrices(b: number): [number, number] {
    const { budget, quota } = this.full.problem.buyers
    const { dual, lotPrice } = this
    let m = 0
    let q = quota[b]! < Infinity ? this.quotaPrice[b]! : 0
    for (let round = quota[b]! < Infinity ? 3 : 1; round > 0; round--) {
      if (budget[b]! < Infinity) {
        m = this.bisect((price) => {
          dual.value(b, lotPrice, price, q)
          return dual.spent > budget[b]!
        })
      }
      if (quota[b]! < Infinity) {
        q = this.bisect((price) => {
          dual.value(b, lotPrice, m, price)
          return dual.reservedSpent > quota[b]!
        })
      }
    }
    return [m, q]
  }

  /** Least price at which the money suffices. */
  private bisect(tooCheap: (price: number) => boolean): number {
    if (!tooCheap(0)) return 0
    let low = 0
    let high = this.scale
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2
      if (tooCheap(middle)) low = middle
      else high = middle
    }
    return high
  }
}

/** The same network with lines wanting what packs allow, where only volume counts. */
function volumeNetwork(full: FullProblem, network: Network, scale: number): Network {
  const { targets, lotSide, overSide } = network
  const sideCost = network.sideCost.slice()
  sideCost.fill(0, lotSide, overSide)
  sideCost.fill(OVER_MISSES * scale, overSide)
  const owed = network.owed.slice()
  for (let t = 0; t < targets; t++) {
    if (network.isGroup[t]!) continue
    sideCost[t] = scale
    owed[t] = Math.min(owed[t]!, full.reach[network.targetLine[t]!]!)
  }
  return { ...network, rowCost: new Int32Array(network.rowArcs), sideCost, owed }
}
