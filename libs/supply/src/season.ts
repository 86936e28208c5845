import { addDays, type LocalDay } from '@weibao/kernel'

export interface LotWindow {
  readonly harvestFrom: LocalDay
  readonly harvestTo: LocalDay
  readonly dispatchFrom: LocalDay
  readonly dispatchTo: LocalDay
  readonly bestBefore: LocalDay | null
}

/** Whether the days of a lot follow each other: harvest, dispatch, best before. */
export function isInOrder(lot: LotWindow): boolean {
  return (
    lot.harvestFrom <= lot.harvestTo &&
    lot.harvestFrom <= lot.dispatchFrom &&
    lot.dispatchFrom <= lot.dispatchTo &&
    (lot.bestBefore === null || lot.dispatchTo <= lot.bestBefore)
  )
}

/**
 * The last day a lot can be sold: its last day of dispatch, or best-before minus the longest
 * transit of its temperature mode where that is sooner. Its season runs from harvest to this day.
 */
export function lastSaleDay(lot: LotWindow, longestTransitDays: number): LocalDay {
  if (lot.bestBefore === null) return lot.dispatchTo
  const latest = addDays(lot.bestBefore, -longestTransitDays)
  return latest < lot.dispatchTo ? latest : lot.dispatchTo
}
