import type { Candidates } from './candidates.js'
import type { Network } from './network.js'
import { LexicalPricing } from './lexical-pricing.js'
import { AT_UPPER, NetworkSimplex } from './network-simplex.js'
import { Pricing } from './pricing.js'
import type { Problem } from './problem.js'
import {
  collect,
  receivedOf,
  type Allocation,
  type Cut,
  type Potentials,
  type Reason,
} from './solution.js'
import { ARC, STRIDE } from './spanning-tree.js'
import { startGreedy } from './starting-basis.js'

/** Solves a network from a greedy start; `optimal` is false when `limit` or `stop` ended it early. */
export function solveNetwork(
  network: Network,
  limit: number,
  stop?: () => boolean,
): { simplex: NetworkSimplex; optimal: boolean } {
  const simplex = new NetworkSimplex(network)
  startGreedy(simplex)
  const pricing = network.weights.lexical ? new LexicalPricing(simplex) : new Pricing(simplex)
  return { simplex, optimal: pricing.run(limit, stop) }
}

/** Reads what lots send to lines out of the basis. */
export function readAllocation(
  problem: Problem,
  simplex: NetworkSimplex,
  rowEnd: Int32Array = simplex.network.rowStart.subarray(1),
  fineness = 1,
): Allocation {
  const { network, tree, rowState } = simplex
  const { rowArcs, rowStart, rowFrom, rowCost, rowCapacity, targetLine, lotBase } = network
  const inTree = new Map<number, number>()
  for (let v = 1; v < network.nodes; v++) {
    const arc = tree.node[v * STRIDE + ARC]!
    if (arc < rowArcs && tree.flow[v]! > 0) inTree.set(arc, tree.flow[v]!)
  }
  const found: [number, number, number][] = []
  let cost = 0
  for (let t = 0; t < network.targets; t++) {
    for (let a = rowStart[t]!; a < rowEnd[t]!; a++) {
      const state = rowState[a]!
      if (state > 0) continue
      const mass = state === AT_UPPER ? rowCapacity[t]! : (inTree.get(a) ?? 0)
      if (mass === 0) continue
      found.push([targetLine[t]!, rowFrom[a]! - lotBase, mass])
      cost += mass * (rowCost[a]! / fineness)
    }
  }
  return collect(problem, found, cost)
}

/**
 * A minimum cut: the source's side is what the optimal tree reaches without a miss or over arc. Every arc
 * that leaves it has a negative reduced cost and is full; every arc that enters it is empty.
 */
export function readCut(problem: Problem, simplex: NetworkSimplex): Cut {
  const { network, tree } = simplex
  const { node, next } = tree
  const { rowArcs, targets, overSide, lotBase, targetBase } = network
  const reached = new Uint8Array(network.nodes)
  reached[0] = 1
  for (let v = next[0]!; v > 0; v = next[v]!) {
    const parent = node[v * STRIDE]!
    const side = node[v * STRIDE + ARC]! - rowArcs
    const isMiss = parent === 0 && side >= 0 && side < targets
    if (side < overSide && !isMiss) reached[v] = reached[parent]!
  }
  return {
    coops: network.coopNode.length > 0 ? pick(reached, network.coopNode) : new Uint8Array(0),
    lots: reached.slice(lotBase, lotBase + problem.lots.count),
    lines: Uint8Array.from(network.lineTarget, (t) => (t < 0 ? 0 : reached[targetBase + t]!)),
  }
}

function pick(flags: Uint8Array, nodes: Int32Array): Uint8Array {
  return Uint8Array.from(nodes, (node) => flags[node]!)
}

/** The potentials of an optimal basis, in fen. */
export function readPotentials(
  problem: Problem,
  simplex: NetworkSimplex,
  fineness = 1,
): Potentials {
  const { network, tree } = simplex
  const { potential } = tree
  const { lotBase, targetBase, weights } = network
  return {
    coops: Float64Array.from(network.coopNode, (node) => potential[node]! / fineness),
    lots: potential.slice(lotBase, lotBase + problem.lots.count).map((each) => each / fineness),
    lines: Float64Array.from(network.lineTarget, (t) =>
      t < 0 ? 0 : potential[targetBase + t]! / fineness,
    ),
    point: weights.point / fineness,
    miss: weights.miss / fineness,
  }
}

/** Why each line has what it has, when only quantities and share caps count. */
export function flowReasons(
  problem: Problem,
  candidates: Candidates,
  allocation: Allocation,
): Reason[] {
  const { demands, lots } = problem
  const received = receivedOf(problem, allocation)
  const left = lots.quantity.slice()
  allocation.lot.forEach((lot, k) => {
    left[lot]! -= allocation.mass[k]!
  })
  const reasons = new Array<Reason>(demands.count)
  for (let line = 0; line < demands.count; line++) {
    const first = candidates.start[line]!
    const end = candidates.start[line + 1]!
    if (received[line] === demands.quantity[line]) reasons[line] = 'MATCHED_FULL'
    else if (first === end) reasons[line] = 'NO_COMPATIBLE_LOT'
    else {
      let exhausted = false
      for (let k = first; k < end; k++) exhausted ||= left[candidates.lot[k]!] === 0
      reasons[line] = exhausted ? 'LOT_EXHAUSTED' : 'COOP_SHARE'
    }
  }
  return reasons
}
