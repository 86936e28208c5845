import type { AfterSaleOptions } from '@weibao/contracts/after-sale'
import { describe, expect, it } from 'vitest'
import { idOf } from '../../testing/samples'
import { emptyCase, linesOf, reasonsOf } from './after-sale-form'

const line = (n: number, left: number, isReturnable = true) => ({
  orderLineId: idOf(n),
  productSlug: 'honey',
  name: { zh: '蜜', en: 'Honey' },
  skuName: { zh: '瓶', en: 'Jar' },
  bought: 3,
  left,
  isReturnable,
})
const options = (...lines: AfterSaleOptions['lines']): AfterSaleOptions => ({
  orderId: idOf(1),
  orderNumber: 'O-1',
  claimUntil: '2026-12-10',
  returnUntil: '2026-12-02',
  lines,
})

describe('a case being written', () => {
  it('begins with all that is left of the only line', () => {
    expect(emptyCase(options(line(2, 3), line(3, 0))).quantities).toEqual({ [idOf(2)]: 3 })
    expect(emptyCase(options(line(2, 3), line(3, 1))).quantities).toEqual({})
  })

  it('offers a return without a reason only where goods may come back so', () => {
    const fresh = options(line(2, 3, false))
    expect(reasonsOf('return-and-refund', options(line(2, 3)))).toContain('no-reason')
    expect(reasonsOf('return-and-refund', fresh)).not.toContain('no-reason')
    expect(reasonsOf('refund-only', options(line(2, 3)))).not.toContain('no-reason')
    const unreceived = { ...options(line(2, 3)), returnUntil: null }
    expect(reasonsOf('return-and-refund', unreceived)).not.toContain('no-reason')
  })

  it('never asks for more than is left, nor for what may not come back', () => {
    const both = options(line(2, 3), line(3, 2, false))
    const draft = { ...emptyCase(both), quantities: { [idOf(2)]: 9, [idOf(3)]: 1 } }
    expect(linesOf(draft, both)).toEqual([
      { orderLineId: idOf(2), quantity: 3 },
      { orderLineId: idOf(3), quantity: 1 },
    ])
    expect(linesOf({ ...draft, reason: 'no-reason' }, both)).toEqual([
      { orderLineId: idOf(2), quantity: 3 },
    ])
  })
})
