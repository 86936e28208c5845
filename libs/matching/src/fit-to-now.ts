import type { Id } from '@weibao/kernel'
import { priceOf } from './allocation-price.js'
import type { Proposed } from './engine-answer.js'
import type { MarketSnapshot, OfferedLot, OpenLine } from './market-snapshot.js'
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
  /** Money that each budget line may still spend; absent or null: no ceiling. */
  readonly purses: ReadonlyMap<Id, number | null>
}

export type Change = Pick<RoundChange, 'proposedPackages' | 'takenPackages' | 'cause'> & Proposed

/**
 * What of the proposals still stands. A line that changed, or got something elsewhere, gets nothing; a lot on
 * other terms gives nothing, another what it has left; what falls under a minimum order, under the line's own
 * minimum or passes its budget is let go.
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
    const fits = own.map((each) => {
      const { minimumOrder } = now.lots.get(each.lotId)!
      const isSame = isOpen && !now.changedLots.has(each.lotId)
      const most = isSame ? Math.min(each.packages, left.get(each.lotId) ?? 0) : 0
      return { ...each, packages: most < minimumOrder ? 0 : most }
    })
    const isEnough = gramsOf(fits, now) >= line.minimumGrams
    const cost = costOf(fits, line, now)
    const purse = line.purseId === null ? null : (purses.get(line.purseId) ?? null)
    const isPaid = purse === null || cost <= purse
    const isKept = isEnough && isPaid
    if (isKept && purse !== null) purses.set(line.purseId!, purse - cost)
    fits.forEach(({ lotId, packages }, k) => {
      const proposed = own[k]!
      const kept = isKept ? packages : 0
      if (kept > 0) taken.push({ lineId, lotId, packages: kept })
      left.set(lotId, (left.get(lotId) ?? 0) - kept)
      if (kept === proposed.packages) return
      const cause = causeOf({
        isOpen,
        isChanged: now.changedLots.has(lotId),
        isLess: packages < proposed.packages,
        isEnough,
      })
      changes.push({ ...proposed, proposedPackages: proposed.packages, takenPackages: kept, cause })
    })
  }
  return { taken, changes }
}

function causeOf(is: {
  isOpen: boolean
  isChanged: boolean
  isLess: boolean
  isEnough: boolean
}): RoundChange['cause'] {
  if (!is.isOpen) return 'line-changed'
  if (is.isChanged) return 'lot-changed'
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
