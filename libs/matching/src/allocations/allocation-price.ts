import { priceFor } from '@weibao/catalog/price'
import { extendFen, fen, type Fen } from '@weibao/kernel'
import type { MarketSnapshot, OfferedLot, OpenLine } from '../market/market-snapshot.js'

export interface Priced {
  readonly massGrams: number
  readonly unitPriceFen: Fen
  readonly goodsFen: Fen
  readonly freightFen: Fen
}

/**
 * What packages of a lot cost a line: the price of the quantity break that they reach, and freight by
 * weight, rounded down, as the engine compared it.
 */
export function priceOf(
  market: Pick<MarketSnapshot, 'freightFenPerKg'>,
  lot: Pick<OfferedLot, 'packGrams' | 'offeredPriceFen' | 'priceBreaks' | 'temperatureMode'>,
  line: Pick<OpenLine, 'destination'>,
  packages: number,
): Priced {
  const { offeredPriceFen: priceFen, priceBreaks } = lot
  const massGrams = packages * lot.packGrams
  const unitPriceFen = priceFor({ priceFen, priceBreaks }, packages)
  const perKg = market.freightFenPerKg[line.destination][lot.temperatureMode]
  return {
    massGrams,
    unitPriceFen,
    goodsFen: extendFen(unitPriceFen, packages),
    freightFen: fen(Math.floor((perKg * massGrams) / 1000)),
  }
}
