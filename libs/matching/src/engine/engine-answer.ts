import type { Id } from '@weibao/kernel'
import type { Solution } from '@weibao/matching-engine'
import type { EngineMarket } from './engine-problem.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'

/** So many whole packages of a lot for a line. */
export interface Proposed {
  readonly lineId: Id
  readonly lotId: Id
  readonly packages: number
}

/** What an answer allocates, in whole packages, in the engine's order: by line, then lot. */
export function proposalsOf(
  market: MarketSnapshot,
  { problem, quantumGrams }: EngineMarket,
  { allocation }: Pick<Solution, 'allocation'>,
): Proposed[] {
  const proposals = Array.from(allocation.line, (line, k) => {
    const lot = market.lots[problem.lots.id[allocation.lot[k]!]!]!
    const grams = allocation.mass[k]! * quantumGrams
    return {
      lineId: market.lines[problem.demands.id[line]!]!.id,
      lotId: lot.id,
      packages: grams / lot.packGrams,
    }
  })
  return proposals.sort((a, b) => compare(a.lineId, b.lineId) || compare(a.lotId, b.lotId))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
