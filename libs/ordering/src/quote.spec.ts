import type { BundleForSale, SkuForSale } from '@weibao/catalog'
import { fen, newId } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFreight, commissionOf, mergeLines, packsOf, priceOrders } from './quote.js'

const cooperatives = [newId(), newId()]
function sku(over: Partial<SkuForSale> = {}): SkuForSale {
  const base = {
    skuId: newId(),
    cooperativeId: cooperatives[0]!,
    packGrams: 500,
    temperatureMode: 'none',
    isActive: true,
    isPaused: false,
    isBusinessOnly: false,
    priceFen: fen(5800),
    priceBreaks: [{ minQuantity: 10, priceFen: 5000 }],
  }
  return { ...base, ...over } as SkuForSale
}

function box(
  components: readonly { sku: SkuForSale; quantity: number }[],
  over: Partial<BundleForSale> = {},
): BundleForSale {
  return {
    bundleId: newId(),
    slug: 'box',
    name: { zh: '山货礼盒', en: 'Mountain box' },
    priceFen: 19_900,
    priceBreaks: [],
    isActive: true,
    isPaused: false,
    components: components.map(({ sku: { skuId }, quantity }) => ({ skuId, quantity })),
    ...over,
  }
}

describe('a quote', () => {
  it('adds up two lines of one sku before it prices them, so that the break is reached', () => {
    const honey = sku()
    const wanted = [
      { skuId: honey.skuId, quantity: 4 },
      { skuId: honey.skuId, quantity: 6 },
    ]
    const [order] = priceOrders(wanted, [honey])
    expect(order?.lines).toHaveLength(1)
    expect(order?.goodsFen).toBe(50_000)
    expect(order?.grams).toBe(5000)
  })

  it('makes one order per cooperative, and sends it as its most delicate goods need', () => {
    const dry = sku()
    const fresh = sku({ temperatureMode: 'chilled' })
    const other = sku({ cooperativeId: cooperatives[1]! })
    const orders = priceOrders(
      [dry, fresh, other].map(({ skuId }) => ({ skuId, quantity: 1 })),
      [dry, fresh, other],
    )
    expect(orders.map((order) => [order.cooperativeId, order.temperatureMode])).toEqual([
      [cooperatives[0], 'chilled'],
      [cooperatives[1], 'none'],
    ])
  })

  it('refuses what is not on sale, and herbs at retail', () => {
    const off = sku({ isActive: false })
    const herb = sku({ isBusinessOnly: true })
    expect(() => priceOrders([{ skuId: newId(), quantity: 1 }], [])).toThrow('cart.sku-not-on-sale')
    expect(() => priceOrders([{ skuId: off.skuId, quantity: 1 }], [off])).toThrow(
      'cart.sku-not-on-sale',
    )
    expect(() => priceOrders([{ skuId: herb.skuId, quantity: 1 }], [herb])).toThrow(
      'order.business-only',
    )
  })

  it('adds up before one’s eyes: goods and freight of every order make its total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(1), fc.nat(9000)), {
          minLength: 1,
          maxLength: 12,
        }),
        (raw) => {
          const skus = raw.map(([, cooperative, price]) =>
            sku({
              cooperativeId: cooperatives[cooperative]!,
              priceFen: fen(price + 1),
              priceBreaks: [],
            }),
          )
          const orders = priceOrders(
            raw.map(([quantity], i) => ({ skuId: skus[i]!.skuId, quantity })),
            skus,
          )
          const freight = {
            parcels: orders.map(() => ({ freightFen: fen(1200), transitDays: { min: 4, max: 6 } })),
            freightFen: fen(1200 * orders.length),
          }
          const quoted = addFreight(orders, freight, '2026-11-25')
          const goods = raw.reduce((sum, [quantity, , price]) => sum + quantity * (price + 1), 0)
          expect(quoted.reduce((sum, order) => sum + order.totalFen, 0)).toBe(
            goods + 1200 * orders.length,
          )
          expect(quoted[0]).toMatchObject({ arrivesFrom: '2026-11-30', arrivesTo: '2026-12-02' })
          for (const line of orders.flatMap((order) => order.lines))
            expect(commissionOf(line, 300)).toBeLessThanOrEqual(line.lineTotalFen)
        },
      ),
    )
  })

  it('merges lines without losing a package', () => {
    expect(
      mergeLines([
        { skuId: 'a', quantity: 1 },
        { skuId: 'b', quantity: 2 },
        { skuId: 'a', quantity: 3 },
      ]),
    ).toEqual([
      { skuId: 'a', quantity: 4 },
      { skuId: 'b', quantity: 2 },
    ])
  })
})

describe('a gift box in a quote', () => {
  it('becomes lines of what is in it, which share its price by what they cost by themselves', () => {
    const honey = sku({ priceFen: fen(9800) })
    const nuts = sku({ priceFen: fen(4900) })
    const bundle = box([
      { sku: honey, quantity: 1 },
      { sku: nuts, quantity: 2 },
    ])
    const [order] = priceOrders([], [honey, nuts], [{ bundle, quantity: 3 }])
    expect(
      order?.lines.map((line) => [
        line.sku.skuId,
        line.quantity,
        line.lineTotalFen,
        line.unitPriceFen,
      ]),
    ).toEqual([
      [honey.skuId, 3, 29_850, 9950],
      [nuts.skuId, 6, 29_850, 4975],
    ])
    expect(order?.goodsFen).toBe(59_700)
    expect(order?.bundles).toMatchObject([{ quantity: 3, unitPriceFen: 19_900, totalFen: 59_700 }])
  })

  it('costs its price to the fen, whatever is in it, and gives back each box exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 20 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: 100, max: 999_999 }),
        fc.integer({ min: 1, max: 300 }),
        (raw, priceFen, quantity) => {
          const inside = raw.map(([price, packs]) => ({
            sku: sku({ priceFen: fen(price), priceBreaks: [] }),
            quantity: packs,
          }))
          const skus = inside.map((each) => each.sku)
          const [order] = priceOrders([], skus, [{ bundle: box(inside, { priceFen }), quantity }])
          const total = order!.lines.reduce((sum, line) => sum + line.lineTotalFen, 0)
          expect(total).toBe(priceFen * quantity)
          for (const line of order!.lines) {
            expect(line.lineTotalFen % quantity).toBe(0)
            expect(line.unitPriceFen).toBe(Math.floor(line.lineTotalFen / line.quantity))
          }
        },
      ),
    )
  })

  it('takes the price of the break that so many boxes reach', () => {
    const honey = sku()
    const bundle = box([{ sku: honey, quantity: 2 }], {
      priceBreaks: [{ minQuantity: 50, priceFen: 17_900 }],
    })
    const priceOf = (quantity: number) =>
      priceOrders([], [honey], [{ bundle, quantity }])[0]!.bundles[0]!.unitPriceFen
    expect([priceOf(49), priceOf(50)]).toEqual([19_900, 17_900])
  })

  it('needs its packs beside those bought by themselves, each sku once', () => {
    const honey = sku()
    const nuts = sku()
    const bundle = box([
      { sku: honey, quantity: 2 },
      { sku: nuts, quantity: 1 },
    ])
    const lines = [{ skuId: honey.skuId, quantity: 5 }]
    expect(packsOf(lines, [{ bundle, quantity: 3 }])).toEqual([
      { skuId: honey.skuId, quantity: 11 },
      { skuId: nuts.skuId, quantity: 3 },
    ])
    const [order] = priceOrders(lines, [honey, nuts], [{ bundle, quantity: 3 }])
    expect(order?.lines.map((line) => [line.quantity, line.bundle?.bundle.bundleId])).toEqual([
      [5, undefined],
      [6, bundle.bundleId],
      [3, bundle.bundleId],
    ])
  })

  it('is not on sale while anything in it is not, or is sold to organisations only', () => {
    const honey = sku()
    for (const other of [sku({ isActive: false }), sku({ isBusinessOnly: true })]) {
      const bundle = box([honey, other].map((each) => ({ sku: each, quantity: 1 })))
      expect(() => priceOrders([], [honey, other], [{ bundle, quantity: 1 }])).toThrow(
        'cart.bundle-not-on-sale',
      )
    }
    const off = box([{ sku: honey, quantity: 1 }], { isActive: false })
    expect(() => priceOrders([], [honey], [{ bundle: off, quantity: 1 }])).toThrow(
      'cart.bundle-not-on-sale',
    )
  })
})
