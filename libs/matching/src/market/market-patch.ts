import type { Id } from '@weibao/kernel'
import type { OfferedLot, OfferingCooperative, OpenLine } from './market-snapshot.js'

/**
 * What of a market is another by now, in whole objects: of these lots and demands whatever is not named here is
 * gone. Taking it twice changes nothing more.
 */
export interface MarketPatch {
  readonly lotIds: readonly Id[]
  readonly lots: readonly OfferedLot[]
  readonly demandIds: readonly Id[]
  readonly lines: readonly OpenLine[]
  /** Whose offers or sales have changed. */
  readonly cooperatives: readonly OfferingCooperative[]
}
