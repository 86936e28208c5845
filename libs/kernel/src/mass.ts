import { invariant } from './invariant.js'
import { fen, type Fen } from './fen.js'

/** Price of 500 g (a 市斤), rounded half up to the fen, so that packs compare. Grams > 0. */
export function pricePer500g(priceFen: number, packGrams: number): Fen {
  invariant(Number.isSafeInteger(packGrams) && packGrams > 0, `not a pack weight: ${packGrams}`)
  return fen(Math.floor((priceFen * 1000 + packGrams) / (2 * packGrams)))
}
