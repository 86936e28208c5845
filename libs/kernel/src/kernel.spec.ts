import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isId,
  isLocalDay,
  Lifecycle,
  localDay,
  localMonth,
  newId,
  pricePer500g,
  startOfLocalDay,
} from './index.js'

describe('ids', () => {
  it('sort in the order in which they were made, also within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId())
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isId)).toBe(true)
  })
})

describe('local days', () => {
  it('begin at midnight in Shanghai, whatever the host thinks', () => {
    expect(localDay(new Date('2026-01-31T15:59:59Z'))).toBe('2026-01-31')
    expect(localDay(new Date('2026-01-31T16:00:00Z'))).toBe('2026-02-01')
    expect(localMonth(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01')
    expect(startOfLocalDay('2026-02-01').toISOString()).toBe('2026-01-31T16:00:00.000Z')
  })

  it('count and exist as the calendar says', () => {
    expect(isLocalDay('2026-02-30')).toBe(false)
    expect(isLocalDay('2028-02-29')).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        expect(daysBetween('2026-06-13', addDays('2026-06-13', days))).toBe(days)
      }),
    )
  })
})

describe('a lifecycle', () => {
  const lamp = new Lifecycle<'off' | 'on' | 'broken'>('lamp', {
    off: ['on'],
    on: ['off', 'broken'],
    broken: [],
  })

  it('allows its moves and refuses all others', () => {
    expect(lamp.move('off', 'on')).toBe('on')
    expect(() => lamp.move('broken', 'on')).toThrow('lifecycle.move-not-allowed')
    expect(lamp.sources('on')).toEqual(['off'])
  })
})

describe('price per 500 g', () => {
  it('rounds half up to the fen', () => {
    expect(pricePer500g(5800, 2500)).toBe(1160)
    expect(pricePer500g(100, 300)).toBe(167)
    expect(pricePer500g(1, 1000)).toBe(1)
  })
})
