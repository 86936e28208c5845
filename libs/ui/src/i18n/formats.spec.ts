import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFen, formatsFor } from './formats'

const zh = formatsFor('zh-CN')
const en = formatsFor('en')
const now = new Date('2026-06-20T04:00:00Z')

describe('money text', () => {
  it.each([
    [5800, '¥58.00'],
    [105_805, '¥1,058.05'],
    [7, '¥0.07'],
    [0, '¥0.00'],
    [-1058, '-¥10.58'],
    [123_456_789_012, '¥1,234,567,890.12'],
  ])('writes %i fen as %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text)
  })

  it('loses no fen on the way through text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const digits = formatFen(fen).replace(/[¥,.]/g, '')
        expect(Number(digits)).toBe(fen)
      }),
    )
  })
})

describe('weight text', () => {
  it.each([
    [500, '500 克', '500 g'],
    [2500, '2.5 公斤', '2.5 kg'],
    [1000, '1 公斤', '1 kg'],
    [1_250_000, '1,250 公斤', '1,250 kg'],
    [1, '1 克', '1 g'],
  ])('writes %i grams as %s and %s', (grams, chinese, english) => {
    expect([zh.weight(grams), en.weight(grams)]).toEqual([chinese, english])
  })
})

describe('dates', () => {
  it('writes a local day without shifting it', () => {
    expect(zh.day('2026-06-13', 'auto', now)).toBe('6月13日')
    expect(en.day('2026-06-13', 'auto', now)).toBe('Jun 13')
  })

  it('writes an instant as the day and clock of Shanghai', () => {
    expect(zh.day('2026-06-12T16:30:00Z', 'auto', now)).toBe('6月13日')
    expect(zh.time('2026-06-12T16:30:00Z')).toBe('00:30')
    expect(en.time('2026-06-12T16:30:00Z')).toBe('00:30')
  })

  it('adds the year only when it is another one', () => {
    expect(zh.day('2025-06-13', 'auto', now)).toBe('2025年6月13日')
    expect(zh.day('2026-06-13', 'always', now)).toBe('2026年6月13日')
  })

  it('writes a range as one phrase', () => {
    expect(zh.dayRange('2026-06-13', '2026-06-20')).toBe('6月13日至20日')
    expect(zh.dayRange('2026-06-28', '2026-07-03')).toBe('6月28日至7月3日')
    expect(zh.dayRange('2026-05-01', '2027-01-24')).toBe('2026年5月1日至2027年1月24日')
    expect(en.dayRange('2026-05-01', '2027-01-24')).toContain('2027')
  })

  it('speaks of ago only within a day', () => {
    expect(zh.relative('2026-06-20T03:55:00Z', now)).toBe('5分钟前')
    expect(en.relative('2026-06-20T07:00:00Z', now)).toBe('in 3 hours')
    expect(zh.relative('2026-06-18T04:00:00Z', now)).toBe('6月18日')
  })
})
