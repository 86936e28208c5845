import type { CandidateFinder } from './candidates.js'
import type { DynamicNetwork } from './dynamic-network.js'
import type { Problem } from './problem.js'
import { ARC, STRIDE } from './spanning-tree.js'

/**
 * What a line can have at once from goods that nobody uses, the cheapest first: `[lot, mass]` in the
 * caller's indexes. Takes the finder's last `found` candidates.
 */
export function offerUnused(
  { demands, lots }: Problem,
  { network, simplex }: DynamicNetwork,
  finder: CandidateFinder,
  line: number,
  found: number,
): [number, number][] {
  const { tree } = simplex
  const byCoop = new Map<number, number>()
  const offer: [number, number][] = []
  let need = demands.quantity[line]!
  for (let k = 0; k < found && need > 0; k++) {
    const lot = finder.lot[k]!
    const node = network.lotBase + lot
    const side = network.lotSide + lot
    const inTree = tree.node[node * STRIDE + ARC] === network.rowArcs + side
    const used = inTree ? tree.flow[node]! : simplex.sideState[side] === 1 ? 0 : Infinity
    const coop = lots.coop[lot]!
    const share = demands.share[line]! - (byCoop.get(coop) ?? 0)
    const mass = Math.min(need, lots.quantity[lot]! - used, share)
    if (mass <= 0) continue
    offer.push([lots.id[lot]!, mass])
    byCoop.set(coop, (byCoop.get(coop) ?? 0) + mass)
    need -= mass
  }
  return offer
}
