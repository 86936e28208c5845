import type { CandidateFinder } from './candidates.js'
import type { DynamicNetwork } from './dynamic-network.js'
import { recost } from './lot-changes.js'
import { MovingLines } from './moving-lines.js'
import { AT_LOWER } from './network-simplex.js'
import { exclusions } from './pool.js'
import { landedPrice, prefers, type Problem } from './problem.js'
import type { Repricing } from './repricing.js'

/**
 * A lot's new price, line by line. Most lines keep their candidates and an arc gets another cost; where the
 * lot comes or goes an arc does. Only an arc of the tree cannot simply go.
 */
export class PriceChange {
  /** The lot's arc into each line that has it. */
  private readonly arcOf = new Map<number, number>()

  constructor(
    private readonly problem: Problem,
    private readonly dynamic: DynamicNetwork,
    private readonly repricing: Repricing,
    private readonly finder: CandidateFinder,
    private readonly moving: MovingLines,
    private readonly lot: number,
  ) {
    const { network, rowTarget, columns } = dynamic
    for (const arc of columns.of(lot)) this.arcOf.set(network.targetLine[rowTarget[arc]!]!, arc)
  }

  /** Adjusts the line's candidates; false when the line has to leave and return for it. */
  take(line: number): boolean {
    const { problem, lot, dynamic, repricing } = this
    const arc = this.arcOf.get(line) ?? -1
    const fits = exclusions(problem, line, lot).length === 0
    if (arc < 0 && !fits) return true
    const cost = this.evaluated(line)
    const targets = this.targetsOf(line)
    const isFull = this.lengthOf(targets) >= problem.maxCandidates
    if (isFull) {
      const cheap = fits && this.isCheaperThanTheLast(targets, arc, cost)
      if (arc < 0 && !cheap) return true
      if (arc < 0 || !cheap) return this.exchange(line, targets)
    }
    if (arc < 0) return this.add(line, lot, cost)
    if (!fits) return this.remove(arc)
    recost(dynamic, repricing, arc, cost)
    return true
  }

  /** The line's own target and its groups. */
  private targetsOf(line: number): number[] {
    const { network, groups } = this.dynamic
    const own = network.lineTarget[line]!
    return [own, ...(groups.get(own) ?? [])]
  }

  private lengthOf(targets: readonly number[]): number {
    const { network, rowEnd } = this.dynamic
    return targets.reduce((sum, t) => sum + rowEnd[t]! - network.rowStart[t]!, 0)
  }

  private *arcsOf(targets: readonly number[]): Generator<number> {
    const { network, rowEnd } = this.dynamic
    for (const t of targets) for (let a = network.rowStart[t]!; a < rowEnd[t]!; a++) yield a
  }

  /** Whether the lot at `cost` ranks before the dearest of the other candidates: then it is one of them. */
  private isCheaperThanTheLast(targets: readonly number[], arc: number, cost: number): boolean {
    const { network } = this.dynamic
    const { rank } = this.problem.lots
    for (const other of this.arcsOf(targets)) {
      if (other === arc) continue
      const price = network.rowCost[other]!
      const otherRank = rank[network.rowFrom[other]! - network.lotBase]!
      if (cost < price || (cost === price && rank[this.lot]! < otherRank)) return true
    }
    return false
  }

  /** Looks the candidates up again: arcs of those that went go, arcs of those that came come. */
  private exchange(line: number, targets: readonly number[]): boolean {
    const { dynamic, finder, repricing, lot } = this
    const { network } = dynamic
    const found = finder.find(line)
    const coming = new Map<number, number>()
    for (let k = 0; k < found; k++) coming.set(finder.lot[k]!, finder.cost[k]!)
    const going: number[] = []
    for (const arc of this.arcsOf(targets)) {
      const had = network.rowFrom[arc]! - network.lotBase
      const cost = coming.get(had)
      if (cost === undefined) going.push(arc)
      else if (had === lot) recost(dynamic, repricing, arc, cost)
      coming.delete(had)
    }
    return (
      going.reverse().every((arc) => this.remove(arc)) &&
      [...coming].every(([other, cost]) => this.add(line, other, cost))
    )
  }

  private remove(arc: number): boolean {
    if (this.dynamic.simplex.rowState[arc] !== AT_LOWER) return false
    this.dynamic.removeArc(arc)
    return true
  }

  private add(line: number, lot: number, cost: number): boolean {
    const { dynamic, problem } = this
    const { demands } = problem
    const { network } = dynamic
    const own = network.lineTarget[line]!
    const capped = demands.share[line]! < demands.quantity[line]!
    const target = capped ? this.groupOf(own, lot) : own
    if (target < 0) return this.moving.addGroup(line, [[lot], [cost]])
    if (!dynamic.addArc(target, lot, cost)) return false
    this.repricing.note(network.targetBase + target)
    return true
  }

  /** The line's group of the lot's cooperative, or -1. */
  private groupOf(own: number, lot: number): number {
    const { coop } = this.problem.lots
    const { network, rowEnd, groups } = this.dynamic
    for (const group of groups.get(own) ?? []) {
      const first = network.rowStart[group]!
      if (first === rowEnd[group]) continue
      if (coop[network.rowFrom[first]! - network.lotBase] === coop[lot]) return group
    }
    return -1
  }

  private evaluated(line: number): number {
    const { demands, lots, buyers, credit } = this.problem
    const landed = landedPrice(this.problem, this.lot, buyers.zone[demands.buyer[line]!]!)
    const bonus = prefers(demands, line, lots.coop[this.lot]!) ? credit : 0
    return (landed - bonus) * this.finder.fineness
  }
}
