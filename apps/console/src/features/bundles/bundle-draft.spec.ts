import { describe, expect, it } from 'vitest'
import { bundleBodyOf, checkBundle, emptyBundle, partsFenOf } from './bundle-draft'

const say = { needText: 'text', needSku: 'sku', needCount: 'count', needPrice: 'price' }
const whole = {
  ...emptyBundle,
  nameZh: '同乐山货礼盒',
  nameEn: 'Tongle box',
  storyZh: '蜜与荞麦。',
  storyEn: 'Honey and buckwheat.',
  price: '128',
  breaks: [{ from: '50', price: '118.5' }],
  parts: [
    { skuId: 'honey', count: '1' },
    { skuId: 'buckwheat', count: '2' },
  ],
}

describe('a gift box being made', () => {
  it('names what is missing by the names the API uses', () => {
    expect(checkBundle({ ...emptyBundle, breaks: [{ from: '1', price: '' }] }, say)).toEqual({
      'name.zh': 'text',
      'name.en': 'text',
      'story.zh': 'text',
      'story.en': 'text',
      'components.0.skuId': 'sku',
      'components.1.skuId': 'sku',
      priceFen: 'price',
      'priceBreaks.0.minQuantity': 'count',
      'priceBreaks.0.priceFen': 'price',
    })
    expect(checkBundle({ ...whole, parts: [{ skuId: 'honey', count: '21' }] }, say)).toEqual({
      'components.0.quantity': 'count',
    })
  })

  it('is sent in fen and packs', () => {
    expect(checkBundle(whole, say)).toEqual({})
    expect(bundleBodyOf(whole)).toMatchObject({
      priceFen: 12_800,
      priceBreaks: [{ minQuantity: 50, priceFen: 11_850 }],
      components: [
        { skuId: 'honey', quantity: 1 },
        { skuId: 'buckwheat', quantity: 2 },
      ],
    })
  })

  it('knows what its parts cost one by one', () => {
    const priceOf = new Map([
      ['honey', 5800],
      ['buckwheat', 2600],
    ])
    expect(partsFenOf(whole, priceOf)).toBe(11_000)
    expect(partsFenOf({ ...whole, parts: [{ skuId: 'honey', count: 'x' }] }, priceOf)).toBe(0)
  })
})
