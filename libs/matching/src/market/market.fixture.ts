import { addDays } from '@weibao/kernel'
import fc from 'fast-check'
import { GRADES, MODES, readSnapshot, snapshotBytes } from './market-snapshot.js'
import type { MarketSnapshot, OfferedLot, OpenLine } from './market-snapshot.js'

export const DAY = '2026-11-25'
const idOf = (kind: number, n: number): string =>
  `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`
export const cooperativeId = (n: number): string => idOf(1, n)
export const lotId = (n: number): string => idOf(2, n)
export const lineId = (n: number): string => idOf(3, n)
export const productId = (n: number): string => idOf(4, n)
export const purseId = (n: number): string => idOf(5, n)

/** A lot of a hundred packages of 500 g at ¥20, unless said otherwise. */
export function lot(n: number, given: Partial<OfferedLot> = {}): OfferedLot {
  return {
    id: lotId(n),
    cooperativeId: cooperativeId(0),
    skuId: idOf(6, n),
    productId: productId(0),
    categoryCode: 'grain',
    townshipCode: 'yezhi',
    grade: 'first',
    labels: [],
    isRecognised: true,
    packGrams: 500,
    packages: 100,
    minimumOrder: 1,
    offeredPriceFen: 2000,
    priceBreaks: [],
    dispatchFrom: DAY,
    dispatchTo: addDays(DAY, 30),
    bestBefore: addDays(DAY, 200),
    temperatureMode: 'none',
    ...given,
  }
}

/** A line that wants 10 kg at up to ¥60 a kilogram, delivered within 20 days. */
export function line(n: number, given: Partial<OpenLine> = {}): OpenLine {
  return {
    id: lineId(n),
    version: 1,
    demandId: idOf(7, n),
    buyerId: idOf(8, n),
    purseId: null,
    destination: 'baoshan',
    subdistrictCode: null,
    productId: productId(0),
    categoryCode: 'grain',
    acceptsSubstitutes: false,
    wantedGrams: 10_000,
    minimumGrams: 0,
    worstGrade: 'ungraded',
    labels: [],
    maxLandedFenPerKg: 6000,
    deliverFrom: DAY,
    deliverTo: addDays(DAY, 20),
    minShelfDays: 0,
    recognisedOnly: false,
    shareCapBasisPoints: 10_000,
    preferredCooperativeIds: [],
    blockedCooperativeIds: [],
    submittedAt: `2026-11-20T00:00:${String(n % 60).padStart(2, '0')}.000Z`,
    ...given,
  }
}

/** A market of these rows, in the order in which it is stored. */
export function market(given: Partial<MarketSnapshot> = {}): MarketSnapshot {
  const lots = given.lots ?? [lot(0)]
  const offered = new Map<string, number>()
  for (const each of lots)
    offered.set(
      each.cooperativeId,
      (offered.get(each.cooperativeId) ?? 0) + each.packages * each.packGrams,
    )
  const perMode = { none: 150, chilled: 800, frozen: 400 }
  return readSnapshot(
    snapshotBytes({
      format: 'weibao-round-input/1',
      day: DAY,
      rules: { maxCandidates: 60, preferenceCreditFenPerKg: 50, shopShareBasisPoints: 0 },
      freightFenPerKg: { baoshan: perMode, shanghai: perMode, elsewhere: perMode },
      transitDays: {
        none: { min: 4, max: 6 },
        chilled: { min: 2, max: 3 },
        frozen: { min: 4, max: 6 },
      },
      cooperatives: [...offered].map(([id, offeredGrams]) => ({
        id,
        households: 120,
        offeredGrams,
        placedGrams: 0,
      })),
      purses: [],
      lines: [line(0)],
      ...given,
      lots,
    }),
  )
}

const grade = fc.constantFrom(...GRADES)
const labels = fc.subarray(['green', 'organic'])

const anyLot = (n: number) =>
  fc
    .record({
      cooperativeId: fc.nat(3).map(cooperativeId),
      product: fc.nat(2),
      grade,
      labels,
      isRecognised: fc.boolean(),
      packGrams: fc.constantFrom(250, 375, 500, 1000, 2504),
      packages: fc.integer({ min: 1, max: 60 }),
      minimumOrder: fc.integer({ min: 1, max: 8 }),
      offeredPriceFen: fc.integer({ min: 100, max: 9999 }),
      temperatureMode: fc.constantFrom(...MODES),
      from: fc.integer({ min: 0, max: 10 }),
      window: fc.integer({ min: 0, max: 20 }),
      keeps: fc.option(fc.integer({ min: 0, max: 40 })),
    })
    .map(({ product, from, window, keeps, ...rest }) =>
      lot(n, {
        ...rest,
        productId: productId(product),
        categoryCode: product === 2 ? 'fungi' : 'grain',
        dispatchFrom: addDays(DAY, from),
        dispatchTo: addDays(DAY, from + window),
        bestBefore: keeps === null ? null : addDays(DAY, from + window + keeps),
      }),
    )

const anyLine = (n: number) =>
  fc
    .record({
      purse: fc.option(fc.nat(1)),
      destination: fc.constantFrom('baoshan' as const, 'shanghai' as const),
      product: fc.nat(2),
      isCategory: fc.boolean(),
      wantedGrams: fc.integer({ min: 200, max: 40_000 }),
      minimumShare: fc.constantFrom(0, 0.3, 1),
      worstGrade: grade,
      labels: fc.constantFrom<string[][]>([], [], ['green']),
      maxLandedFenPerKg: fc.integer({ min: 500, max: 20_000 }),
      from: fc.integer({ min: 0, max: 20 }),
      window: fc.integer({ min: 0, max: 14 }),
      minShelfDays: fc.nat(20),
      recognisedOnly: fc.boolean(),
      shareCapBasisPoints: fc.constantFrom(10_000, 6000),
      blocked: fc.option(fc.nat(3)),
    })
    .map(({ purse, product, isCategory, minimumShare, from, window, blocked, ...rest }) =>
      line(n, {
        ...rest,
        purseId: purse === null ? null : purseId(purse),
        productId: isCategory ? null : productId(product),
        categoryCode: product === 2 ? 'fungi' : 'grain',
        minimumGrams: Math.floor(rest.wantedGrams * minimumShare),
        deliverFrom: addDays(DAY, from),
        deliverTo: addDays(DAY, from + window),
        blockedCooperativeIds: blocked === null ? [] : [cooperativeId(blocked)],
      }),
    )

/** Small markets with all kinds of rows. */
export const anyMarket: fc.Arbitrary<MarketSnapshot> = fc
  .record({
    lots: fc.integer({ min: 1, max: 8 }).chain((n) => fc.tuple(...range(n).map(anyLot))),
    lines: fc.integer({ min: 1, max: 10 }).chain((n) => fc.tuple(...range(n).map(anyLine))),
    purses: fc.tuple(
      ...range(2).map((n) => fc.nat(200_000).map((leftFen) => ({ id: purseId(n), leftFen }))),
    ),
  })
  .map((given) => market(given))

function range(n: number): number[] {
  return Array.from({ length: n }, (_, k) => k)
}
