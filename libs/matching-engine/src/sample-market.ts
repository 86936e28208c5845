import { Random } from './random.js'

/** How large a sample market is. */
export interface SampleSize {
  readonly lots: number
  readonly lines: number
  readonly coops: number
  readonly products: number
}

/**
 * A made-up market as an `agri-match/1` instance, for tests and benchmarks: the same bytes for the same
 * seed. Some buyers are institutions with budgets, share caps and reserved lines.
 */
export function sampleMarket(seed: number, size: SampleSize): Record<string, unknown> {
  const random = new Random(seed)
  const towns = Math.max(1, Math.round(Math.sqrt(size.coops)))
  const zones = 1 + Math.floor(towns / 2)
  const grid = (most: number, least = 0): number[][] =>
    Array.from({ length: towns }, () =>
      Array.from({ length: zones }, () => least + random.below(most)),
    )
  const routes = { centsPerKg: grid(60, 5), leadDays: grid(3, 1), cold: grid(5) }
  const products = Array.from({ length: size.products }, (_, id) => ({
    id,
    category: Math.floor(id / 4),
    name: `product-${id}`,
    basePriceCents: 200 + random.below(1500),
  }))
  const lots = sampleLots(random, size, products, towns)
  const coops = sampleCoops(random, size, lots, towns)
  const { buyers, demands } = sampleDemand(random, size, products, zones)
  return {
    format: 'agri-match/1', size: 'sample', seed, horizonDays: 14, maxCandidates: 60,
    preferenceCreditCents: 20, products, routes, coops, lots, buyers, demands,
  } // prettier-ignore
}

type Product = { id: number; category: number; basePriceCents: number }
type Lot = ReturnType<typeof sampleLots>[number]

function sampleLots(random: Random, size: SampleSize, products: Product[], towns: number) {
  return Array.from({ length: size.lots }, (_, id) => {
    const product = products[random.below(products.length)]!
    const packKg = [1, 2, 5, 10][random.below(4)]!
    const packs = 4 + random.below(60)
    return {
      id, coop: id < size.coops ? id : random.below(size.coops), product: product.id,
      category: product.category, township: random.below(towns), grade: 1 + random.below(3), packKg,
      qtyKg: packs * packKg, moqKg: packKg * (1 + random.below(4)),
      priceCents: Math.floor(product.basePriceCents * (0.75 + random.unit() / 2)),
      availableFrom: random.below(8), availableTo: 10 + random.below(8),
      shelfLifeDays: 6 + random.below(30), coldChain: random.below(5) === 0, certs: random.below(8),
      handlingCentsPerKg: random.below(12),
    } // prettier-ignore
  })
}

function sampleCoops(random: Random, size: SampleSize, lots: Lot[], towns: number) {
  const offered = new Array<number>(size.coops).fill(0)
  for (const lot of lots) offered[lot.coop]! += lot.qtyKg
  return offered.map((offeredKg, id) => {
    const weight = 1 + random.below(7)
    const quarter = Math.floor(offeredKg / 4)
    const tiers = [4, 3, 2, 1].map((times, k) => ({
      kg: k < 3 ? quarter : offeredKg - 3 * quarter,
      points: times * weight,
    }))
    const assisted = random.below(5) < 3
    return { id, township: random.below(towns), assisted, households: 12 + random.below(400), offeredKg, tiers } // prettier-ignore
  })
}

function sampleDemand(random: Random, size: SampleSize, products: Product[], zones: number) {
  const buyers: Record<string, unknown>[] = []
  const demands: Record<string, unknown>[] = []
  let left = 0
  let institution = false
  for (let id = 0; id < size.lines; id++) {
    if (left-- === 0) {
      institution = random.below(4) === 0
      left = institution ? random.below(5) : random.below(2)
      const budgetCents = institution ? 20_000 + random.below(400_000) : null
      const reservedQuotaCents = institution && random.below(2) ? random.below(200_000) : null
      buyers.push({ id: buyers.length, kind: institution ? 'institution' : 'individual', zone: random.below(zones), budgetCents, reservedQuotaCents }) // prettier-ignore
    }
    const product = products[random.below(products.length)]!
    const qtyKg = institution ? 20 + random.below(300) : 1 + random.below(40)
    demands.push({
      id, buyer: buyers.length - 1, submittedAt: id,
      product: random.below(6) === 0 ? null : product.id, category: product.category, qtyKg,
      minFillKg: random.below(3) === 0 ? qtyKg : Math.ceil(qtyKg * 0.3),
      maxLandedCents: Math.floor(product.basePriceCents * (1 + random.unit() / 2)) + 80,
      deliverFrom: 1 + random.below(10), deliverTo: 12 + random.below(8),
      minShelfDays: random.below(5), maxGrade: 1 + random.below(3),
      certs: random.below(4) === 0 ? [1, 2, 4][random.below(3)]! : 0,
      reserved: institution && random.below(3) === 0,
      maxCoopShareBp: institution && random.below(3) === 0 ? 6000 : 10000,
      preferredCoops: random.below(6) === 0 ? [random.below(size.coops)] : [],
      blockedCoops: random.below(8) === 0 ? [random.below(size.coops)] : [],
    }) // prettier-ignore
  }
  return { buyers, demands }
}
