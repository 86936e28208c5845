import { describe, expect, it } from 'vitest'
import { flipText } from './ticket-text.js'

const ticket = (gainGrams: number) => ({
  matchedGrams: 0,
  wantedGrams: 10_000,
  flip: {
    changes: [{ kind: 'ceiling' as const, lotId: null, lotCode: null, from: 3000, to: 3200 }],
    gainGrams,
    isSmallest: true,
  },
})

describe('what would have turned the outcome', () => {
  it('is said with what it gives, in kilograms', () => {
    expect(flipText(ticket(90_000), 'zh-CN')).toContain('可多配 90 公斤。')
    expect(flipText(ticket(250), 'en')).toContain('0.25 kg more is matched.')
  })

  it('never promises nothing: less than a hundred grams are said in grams', () => {
    expect(flipText(ticket(40), 'zh-CN')).toContain('可多配 40 克。')
    expect(flipText(ticket(99), 'en')).toContain('99 g more is matched.')
  })

  it('is that more fits, without a figure, where only the finest measure is proved', () => {
    expect(flipText(ticket(4), 'zh-CN')).toContain('就能再多配一些。')
    expect(flipText(ticket(10), 'zh-CN')).not.toContain('克')
    expect(flipText(ticket(10), 'en')).toMatch(/, more is matched\.$/)
  })

  it('is that nothing fits any more where the line has all it wants', () => {
    expect(flipText(ticket(0), 'zh-CN')).toContain('就配不到了。')
  })

  it('names days as people say them', () => {
    const { flip, ...wanted } = ticket(59_000)
    const change = { kind: 'deliver-to' as const, lotId: null, lotCode: null }
    const later = { ...change, from: '2026-12-23', to: '2027-09-05' }
    const moved = { ...wanted, flip: { ...flip, changes: [later] } }
    expect(flipText(moved, 'zh-CN')).toContain('从 2026年12月23日 推到 2027年9月5日')
    expect(flipText(moved, 'en')).toContain('from Dec 23, 2026 to Sep 5, 2027')
  })
})
