import { fail, ok, type Result } from '@weibao/kernel'

/** What a pack text such as "2.5 kg vacuum bag" says. */
export interface Pack {
  /** Net grams; of volumes by density of the kind, of pieces by `pieceGrams`. */
  readonly grams: number
  /** Whether weight or volume is what one pays for, so that the price of 500 g means something. */
  readonly isSoldByWeight: boolean
}

export interface PackTraits {
  /** Grams of a millilitre; oil is lighter than wine. */
  readonly gramsPerMl?: number
  /** Grams of one piece, for what is counted: eggs, bags, bowls. */
  readonly pieceGrams?: number
  /** Whether counted pieces are food sold by size all the same (eggs). */
  readonly arePiecesWeighed?: boolean
}

const AMOUNT = /^(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?\s*(kg|g|ml|l)\b/i
const COUNT = /^(\d+|one|a|an)\s+\S/i

/**
 * Reads the grams out of a pack text: "5 kg box", "1.2-1.5 kg dressed" (the lower end: nobody gets
 * less than was counted), "500 ml bottle", "30 eggs", "one bowl". Fails with why it cannot.
 */
export function parsePack(
  text: string,
  traits: PackTraits = {},
): Result<Pack, 'no-amount' | 'piece-weight-unknown' | 'amount-out-of-range'> {
  const plain = text.normalize('NFKC').trim()
  const amount = AMOUNT.exec(plain)
  if (amount) {
    const lower = Number(amount[1])
    const grams = Math.round(lower * gramsOf(amount[3]!.toLowerCase(), traits.gramsPerMl ?? 1))
    const isAscending = amount[2] === undefined || Number(amount[2]) >= lower
    return isAscending && inRange(grams)
      ? ok({ grams, isSoldByWeight: true })
      : fail('amount-out-of-range')
  }
  const count = COUNT.exec(plain)
  if (!count) return fail('no-amount')
  if (!traits.pieceGrams) return fail('piece-weight-unknown')
  const pieces = /^\d+$/.test(count[1]!) ? Number(count[1]) : 1
  const grams = pieces * traits.pieceGrams
  return inRange(grams)
    ? ok({ grams, isSoldByWeight: traits.arePiecesWeighed ?? false })
    : fail('amount-out-of-range')
}

function gramsOf(unit: string, gramsPerMl: number): number {
  if (unit === 'kg') return 1000
  if (unit === 'g') return 1
  return unit === 'l' ? 1000 * gramsPerMl : gramsPerMl
}

function inRange(grams: number): boolean {
  return grams >= 1 && grams <= 100_000_000
}
