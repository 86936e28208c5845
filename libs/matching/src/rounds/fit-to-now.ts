import type { Id } from '@weibao/kernel'
import { priceOf } from '../allocations/allocation-price.js'
import type { Proposed } from '../engine/engine-answer.js'
import type { MarketSnapshot, OfferedLot, OpenLine } from '../market/market-snapshot.js'
import type { RoundChange } from './round.entity.js'

/** The market as it is when proposals are written, read under the locks of what is written. */
export interface MarketThen {
  readonly market: Pick<MarketSnapshot, 'freightFenPerKg'>
  readonly lots: ReadonlyMap<Id, OfferedLot>
  readonly lines: ReadonlyMap<Id, OpenLine>
  /** Versions of the lines that are still open. */
  readonly versions: ReadonlyMap<Id, number>
  /** Packages that each lot can still give. */
  readonly left: ReadonlyMap<Id, number>
  /** Lots that are on other terms by now, or no longer on offer. */
  readonly changedLots: ReadonlySet<Id>
  /** Grams that each line still wants. */
  readonly wanted: ReadonlyMap<Id, number>
  /** What stands of each line with each cooperative, where it has a cap. */
  readonly given: ReadonlyMap<Id, Readonly<Record<Id, number>>>
  /** Money that each budget line may still spend; absent or null: no ceiling. */
  readonly purses: ReadonlyMap<Id, number | null>
}

export type Change = Pick<RoundChange, 'proposedPackages' | 'takenPackages' | 'cause'> & Proposed

/**
 * What of the proposals still stands. A line that changed, or got something elsewhere, gets nothing; a lot on
 * other terms gives nothing, another what it has left; what falls under a minimum order, under the line's own
 * minimum or passes its budget is let go. No cooperative passes its cap of a line over all rounds.
 */
export function fitToNow(
  proposals: readonly Proposed[],
  now: MarketThen,
): { taken: Proposed[]; changes: Change[] } {
  const left = new Map(now.left)
  const purses = new Map(now.purses)
  const changes: Change[] = []
  const byLine = new Map<Id, Proposed[]>()
  for (const each of proposals) byLine.set(each.lineId, [...(byLine.get(each.lineId) ?? []), each])
  const taken: Proposed[] = []
  for (const [lineId, own] of byLine) {
    const line = now.lines.get(lineId)!
    const isOpen =
      now.versions.get(lineId) === line.version && (now.wanted.get(lineId) ?? 0) >= line.wantedGrams
    const room = roomOf(line, now.given.get(lineId))
    const fits = own.map((each) => {
      const { minimumOrder, cooperativeId, packGrams } = now.lots.get(each.lotId)!
      const isSame = isOpen && !now.changedLots.has(each.lotId)
      const there = isSame ? Math.min(each.packages, left.get(each.lotId) ?? 0) : 0
      const most = Math.min(there, Math.floor(room(cooperativeId) / packGrams))
      const packages = most < minimumOrder ? 0 : most
      room(cooperativeId, packages * packGrams)
      return { ...each, packages, isCapped: most < there }
    })
    const isEnough = gramsOf(fits, now) >= line.minimumGrams
    const cost = costOf(fits, line, now)
    const purse = line.purseId === null ? null : (purses.get(line.purseId) ?? null)
    const isPaid = purse === null || cost <= purse
    const isKept = isEnough && isPaid
    if (isKept && purse !== null) purses.set(line.purseId!, purse - cost)
    fits.forEach(({ lotId, packages, isCapped }, k) => {
      const proposed = own[k]!
      const kept = isKept ? packages : 0
      if (kept > 0) taken.push({ lineId, lotId, packages: kept })
      left.set(lotId, (left.get(lotId) ?? 0) - kept)
      if (kept === proposed.packages) return
      const cause = causeOf({
        isOpen,
        isChanged: now.changedLots.has(lotId),
        isCapped,
        isLess: packages < proposed.packages,
        isEnough,
      })
      changes.push({ ...proposed, proposedPackages: proposed.packages, takenPackages: kept, cause })
    })
  }
  return { taken, changes }
}

/** Grams that a line still takes of a cooperative, less what is taken now. */
function roomOf({ capGrams }: OpenLine, given: Readonly<Record<Id, number>> = {}) {
  const taken = new Map(Object.entries(given))
  return (cooperativeId: Id, grams = 0): number => {
    if (capGrams === undefined) return Infinity
    const all = (taken.get(cooperativeId) ?? 0) + grams
    taken.set(cooperativeId, all)
    return Math.max(0, capGrams - all)
  }
}

function causeOf(is: {
  isOpen: boolean
  isChanged: boolean
  isCapped: boolean
  isLess: boolean
  isEnough: boolean
}): RoundChange['cause'] {
  if (!is.isOpen) return 'line-changed'
  if (is.isChanged) return 'lot-changed'
  if (is.isCapped) return 'share-reached'
  if (is.isLess) return 'lot-sold'
  return is.isEnough ? 'budget-spent' : 'below-minimum'
}

function gramsOf(fits: readonly Proposed[], { lots }: MarketThen): number {
  return fits.reduce((sum, { lotId, packages }) => sum + packages * lots.get(lotId)!.packGrams, 0)
}

function costOf(fits: readonly Proposed[], line: OpenLine, { market, lots }: MarketThen): number {
  return fits.reduce((sum, { lotId, packages }) => {
    if (packages === 0) return sum
    const { goodsFen, freightFen } = priceOf(market, lots.get(lotId)!, line, packages)
    return sum + goodsFen + freightFen
  }, 0)
}
