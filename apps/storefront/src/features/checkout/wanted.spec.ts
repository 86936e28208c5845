import { describe, expect, it } from 'vitest'
import { cartOf, giftBox, honeyLine, idOf, riceLine, withBoxes } from '../../testing/samples'
import { wantedOf } from './wanted'

const cart = withBoxes(cartOf(riceLine, { ...honeyLine, obstacle: 'sold-out' }), giftBox)
const wanted = (search: string) => wantedOf(new URLSearchParams(search), cart)

describe('what is ordered', () => {
  it('is all of the cart that can be had', () => {
    expect(wanted('')).toEqual({
      lines: [{ skuId: riceLine.skuId, quantity: 2 }],
      bundles: [{ bundleId: giftBox.bundleId, quantity: 3 }],
    })
  })

  it('is what was chosen of it, never what cannot be had', () => {
    expect(wanted(`only=${honeyLine.skuId}`)).toEqual({ lines: [], bundles: [] })
    expect(wanted(`only=${giftBox.bundleId}`)).toMatchObject({
      lines: [],
      bundles: [{ quantity: 3 }],
    })
  })

  it.each([
    [`sku=${idOf(7)}&quantity=3`, 3],
    [`sku=${idOf(7)}&quantity=-3`, 1],
    [`sku=${idOf(7)}&quantity=much`, 1],
    [`sku=${idOf(7)}`, 1],
  ])('is one sku that is bought at once: %s', (search, quantity) => {
    expect(wanted(search)).toEqual({ lines: [{ skuId: idOf(7), quantity }], bundles: [] })
  })

  it('is one kind of gift box that is bought at once', () => {
    expect(wanted(`bundle=${idOf(8)}&quantity=50`)).toEqual({
      lines: [],
      bundles: [{ bundleId: idOf(8), quantity: 50 }],
    })
  })
})
