/** Hand-made markets for tests: one zone, freight 0, everything compatible unless said otherwise. */
export interface TinyLot {
  readonly coop?: number
  readonly qty: number
  readonly price: number
  readonly pack?: number
  readonly minOrder?: number
}
export interface TinyLine {
  readonly qty: number
  readonly max?: number
  readonly minFill?: number
  readonly shareBp?: number
  readonly buyer?: number
}

/** An instance in which line d may buy from every lot it can afford. */
export function tinyMarket(
  lots: readonly TinyLot[],
  lines: readonly TinyLine[],
  points: readonly number[] = [],
  budgets: readonly (number | null)[] = [],
) {
  const coopCount = Math.max(1, ...lots.map((lot) => (lot.coop ?? 0) + 1))
  const buyerCount = Math.max(1, ...lines.map((line) => (line.buyer ?? 0) + 1))
  const coops = Array.from({ length: coopCount }, (_, id) => {
    const offeredKg = lots.filter((l) => (l.coop ?? 0) === id).reduce((sum, l) => sum + l.qty, 0)
    const half = Math.floor(offeredKg / 2)
    const weight = points[id] ?? 1
    const tiers = [
      { kg: half, points: 2 * weight },
      { kg: offeredKg - half, points: weight },
    ]
    return { id, assisted: true, offeredKg, tiers }
  })
  return {
    format: 'agri-match/1',
    maxCandidates: 60,
    preferenceCreditCents: 0,
    products: [{ id: 0, category: 0 }],
    routes: { centsPerKg: [[0]], leadDays: [[0]], cold: [[1]] },
    coops,
    lots: lots.map((lot, id) => ({
      id, coop: lot.coop ?? 0, product: 0, category: 0, township: 0, grade: 1,
      packKg: lot.pack ?? 1, qtyKg: lot.qty, moqKg: lot.minOrder ?? 1, priceCents: lot.price,
      availableFrom: 0, availableTo: 9, shelfLifeDays: 9, coldChain: false, certs: 0,
    })),
    buyers: Array.from({ length: buyerCount }, (_, id) => ({
      id, zone: 0, budgetCents: budgets[id] ?? null, reservedQuotaCents: null,
    })),
    demands: lines.map((line, id) => ({
      id, buyer: line.buyer ?? 0, product: 0, category: 0, qtyKg: line.qty,
      minFillKg: line.minFill ?? 0, maxLandedCents: line.max ?? 1000, deliverFrom: 0, deliverTo: 9,
      minShelfDays: 0, maxGrade: 3, certs: 0, reserved: false, maxCoopShareBp: line.shareBp ?? 10000,
    })),
  } // prettier-ignore
}
