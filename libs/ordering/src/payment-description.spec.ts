import { describe, expect, it } from 'vitest'
import { paymentDescription } from './payment-description.js'

const honey = { zh: '百花蜜', en: 'Wildflower honey' }
const barley = { zh: '青稞', en: '' }

describe('what a payment is for', () => {
  it('names the first goods and says how many more there are, in both languages', () => {
    expect(paymentDescription('261129-000001', [honey, barley, honey])).toEqual({
      zh: '百花蜜 等 3 种 (261129-000001)',
      en: 'Wildflower honey and 2 more (261129-000001)',
    })
  })

  it('says no more than the name of a single one, in Chinese where it has no other', () => {
    expect(paymentDescription('261129-000002', [barley])).toEqual({
      zh: '青稞 (261129-000002)',
      en: '青稞 (261129-000002)',
    })
  })
})
