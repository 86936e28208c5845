import { describe, expect, it } from 'vitest'
import { cartOf, honeyLine, idOf, riceLine } from '../../testing/samples'
import { wantedLines } from './wanted-lines'

const cart = cartOf(riceLine, { ...honeyLine, obstacle: 'sold-out' })
const wanted = (search: string) => wantedLines(new URLSearchParams(search), cart)

describe('what is ordered', () => {
  it('is all of the cart that can be had', () => {
    expect(wanted('')).toEqual([{ skuId: riceLine.skuId, quantity: 2 }])
  })

  it('is what was chosen of it, never what cannot be had', () => {
    expect(wanted(`only=${honeyLine.skuId}`)).toEqual([])
  })

  it.each([
    [`sku=${idOf(7)}&quantity=3`, 3],
    [`sku=${idOf(7)}&quantity=-3`, 1],
    [`sku=${idOf(7)}&quantity=much`, 1],
    [`sku=${idOf(7)}`, 1],
  ])('is one sku that is bought at once: %s', (search, quantity) => {
    expect(wanted(search)).toEqual([{ skuId: idOf(7), quantity }])
  })
})
