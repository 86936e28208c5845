import { invariant } from './invariant.js'

declare const fenBrand: unique symbol

/** Money in integer fen (1/100 yuan), CNY, a safe integer. May be negative in journals. */
export type Fen = number & { readonly [fenBrand]: true }

/** Brands an integer number of fen. Throws when it is not a safe integer. */
export function fen(value: number): Fen {
  invariant(Number.isSafeInteger(value), `not a safe integer of fen: ${value}`)
  return (value === 0 ? 0 : value) as Fen
}

/** The sum of any number of amounts; 0 for none. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return fen(total)
}

/** Price × quantity: the only place that extends a price. `quantity` is a whole number ≥ 0. */
export function extendFen(unitPrice: number, quantity: number): Fen {
  invariant(Number.isSafeInteger(quantity) && quantity >= 0, `not a quantity: ${quantity}`)
  return fen(unitPrice * quantity)
}

/**
 * Splits `total` in proportion to `weights`: largest remainder, ties to the lower index, parts add
 * up to `total` exactly. The only place that divides money. A negative total splits as the mirror
 * of the positive one. Throws when the weights are empty, negative, or all zero.
 */
export function splitFen(total: number, weights: readonly number[]): Fen[] {
  invariant(weights.length > 0, 'splitFen needs weights')
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole numbers from 0',
  )
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  invariant(sum > 0n, 'weights are all zero')
  if (total < 0) return splitFen(-total, weights).map((part) => fen(-part))
  const exact = weights.map((weight) => BigInt(fen(total)) * BigInt(weight))
  const parts = exact.map((value) => value / sum)
  let rest = BigInt(total) - parts.reduce((a, b) => a + b, 0n)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % sum }))
    .sort(
      (a, b) =>
        Number(b.remainder - a.remainder > 0n) - Number(b.remainder - a.remainder < 0n) ||
        a.index - b.index,
    )
  for (const { index } of byRemainder) {
    if (rest === 0n) break
    parts[index]! += 1n
    rest -= 1n
  }
  return parts.map((part) => fen(Number(part)))
}

/** A share in basis points of an amount, rounded half up: commissions and the like. */
export function shareFen(amount: number, basisPoints: number): Fen {
  return splitFen(amount, [basisPoints, 10_000 - basisPoints])[0]!
}

/**
 * Parses a yuan amount a person typed or a sheet holds ("58", "58.5", "1,058.50", "¥58.00"; full
 * width digits too). Null when it is not an amount with at most two decimals in safe range.
 */
export function parseYuan(text: string): Fen | null {
  const plain = text.normalize('NFKC').trim().replace(/^¥/, '')
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const yuan = Number(match[2]!.replaceAll(',', ''))
  const cents = Number((match[3] ?? '').padEnd(2, '0'))
  const value = yuan * 100 + cents
  return Number.isSafeInteger(value) ? fen(match[1] ? -value : value) : null
}
