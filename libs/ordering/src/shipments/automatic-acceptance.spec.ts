import { localDay } from '@weibao/kernel'
import { describe, expect, it } from 'vitest'
import { arrivalOf, type OnItsWay } from './automatic-acceptance.js'

const onItsWay = (arrivesTo: string | null): OnItsWay => ({
  state: 'dispatched',
  arrivesTo,
  deliveredAt: null,
})
/** Noon in Shanghai. */
const delivered = (day: string): OnItsWay => ({
  state: 'delivered',
  arrivesTo: '2026-12-31',
  deliveredAt: new Date(`${day}T04:00:00Z`),
})
const LEFT = '2026-12-01'

describe('The day on which all of an order is there', () => {
  it('is the last on which a parcel on its way is expected, and no sooner than agreed', () => {
    expect(arrivalOf([onItsWay('2026-12-05')], null, LEFT)).toBe('2026-12-05')
    expect(arrivalOf([onItsWay('2026-12-05')], '2026-12-13', LEFT)).toBe('2026-12-13')
    expect(arrivalOf([onItsWay('2026-12-15')], '2026-12-13', LEFT)).toBe('2026-12-15')
    expect(arrivalOf([onItsWay(null)], null, LEFT)).toBe(LEFT)
  })

  it('is that of the last parcel, once all have arrived, before or after what was agreed', () => {
    const both = [delivered('2026-12-09'), delivered('2026-12-06')]
    expect(arrivalOf(both, '2026-12-13', LEFT)).toBe('2026-12-09')
    expect(arrivalOf([delivered('2026-12-20')], '2026-12-13', LEFT)).toBe('2026-12-20')
  })

  it('waits for the one that is still on its way', () => {
    expect(arrivalOf([delivered('2026-12-03'), onItsWay('2026-12-06')], null, LEFT)).toBe(
      '2026-12-06',
    )
  })

  it('is counted in the days of Shanghai', () => {
    const deliveredAt = new Date('2026-12-05T16:30:00Z')
    expect(localDay(deliveredAt)).toBe('2026-12-06')
    const parcel = { state: 'delivered', arrivesTo: null, deliveredAt } as const
    expect(arrivalOf([parcel], null, LEFT)).toBe('2026-12-06')
  })

  it('is not before the day on which nothing was left to ship, and takes no notice of what is lost', () => {
    const lost = { state: 'lost', arrivesTo: '2026-12-30', deliveredAt: null } as const
    expect(arrivalOf([delivered('2026-12-03'), lost], '2026-12-13', '2026-12-10')).toBe(
      '2026-12-10',
    )
  })
})
