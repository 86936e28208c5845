import type { SkuForSale } from '@weibao/catalog'
import { fen, newId } from '@weibao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFreight, commissionOf, mergeLines, priceOrders } from './quote.js'

const cooperatives = [newId(), newId()]
function sku(over: Partial<SkuForSale> = {}): SkuForSale {
  const base = {
    skuId: newId(),
    cooperativeId: cooperatives[0]!,
    packGrams: 500,
    temperatureMode: 'none',
    isActive: true,
    isBusinessOnly: false,
    priceFen: fen(5800),
    priceBreaks: [{ minQuantity: 10, priceFen: 5000 }],
  }
  return { ...base, ...over } as SkuForSale
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
