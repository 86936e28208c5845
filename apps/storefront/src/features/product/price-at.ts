import type { Sku } from '@weibao/contracts/sku'

/** Price of one package when `quantity` are bought: that of the highest break reached. In fen. */
export function priceAt(sku: Pick<Sku, 'priceFen' | 'priceBreaks'>, quantity: number): number {
  const reached = sku.priceBreaks
    .filter(({ minQuantity }) => quantity >= minQuantity)
    .sort((a, b) => b.minQuantity - a.minQuantity)
  return reached[0]?.priceFen ?? sku.priceFen
}

/** How many more packages bring the next lower price; null when there is none. */
export function nextBreak(sku: Pick<Sku, 'priceBreaks'>, quantity: number) {
  const ahead = sku.priceBreaks
    .filter(({ minQuantity }) => minQuantity > quantity)
    .sort((a, b) => a.minQuantity - b.minQuantity)
  return ahead[0] ?? null
}
