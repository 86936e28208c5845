import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ids } from '../../testing/market'
import { WholeLines } from './demand-lines'

afterEach(cleanup)

const line = {
  id: ids.line,
  productId: null,
  productName: null,
  categoryCode: 'honey',
  categoryName: { zh: '蜂蜜', en: 'Honey' },
  wantedGrams: 45_000,
  minimumGrams: 0,
  worstGrade: 'ungraded' as const,
  maxLandedFenPerKg: 30_000,
  deliverFrom: '2026-12-08',
  deliverTo: '2026-12-22',
  minShelfDays: 0,
  recognisedOnly: false,
}

describe('a demand’s lines on its own page', () => {
  it('say when they are to arrive and all else that they ask for, and nothing that they do not', () => {
    const strict = {
      ...line,
      id: ids.row,
      minimumGrams: 20_000,
      worstGrade: 'first' as const,
      minShelfDays: 90,
      recognisedOnly: true,
    }
    render(<WholeLines lines={[line, strict]} />)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '蜂蜜（不限品种），45 公斤，最高 ¥300.00/公斤12月8日至12月22日送达',
      '蜂蜜（不限品种），45 公斤，最高 ¥300.00/公斤12月8日至12月22日送达 · 至少 20 公斤 · 不低于一级 · 到货后至少可放 90 天 · 只要认定产品',
    ])
  })
})
