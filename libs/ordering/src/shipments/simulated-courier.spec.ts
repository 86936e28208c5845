import fc from 'fast-check'
import { addDays, localDay } from '@weibao/kernel'
import { describe, expect, it } from 'vitest'
import type { TrackedParcel } from './courier-tracking.js'
import { simulateWay } from './simulated-courier.js'

const parcels = fc.record<TrackedParcel>({
  courier: fc.constant('顺丰速运'),
  trackingNumber: fc.stringMatching(/^[A-Za-z0-9-]{6,40}$/),
  dispatchedAt: fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  }),
  transitDays: fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }))
    .map(([min, more]) => ({ min, max: min + more })),
  isByAir: fc.boolean(),
  isInBaoshan: fc.boolean(),
})

describe('the simulated courier', () => {
  it('brings every parcel to the door on one of its days in transit, stop after stop', () => {
    fc.assert(
      fc.property(parcels, (parcel) => {
        const way = simulateWay(parcel)!
        const times = way.map(({ at }) => at.getTime())
        expect(times).toEqual([...times].sort((one, other) => one - other))
        expect(times[0]).toBeGreaterThanOrEqual(parcel.dispatchedAt.getTime())
        const day = localDay(parcel.dispatchedAt)
        const arrival = localDay(way.at(-1)!.at)
        expect(way.at(-1)!.code).toBe('delivered')
        expect(arrival >= addDays(day, parcel.transitDays.min)).toBe(true)
        expect(arrival <= addDays(day, parcel.transitDays.max)).toBe(true)
      }),
    )
  })

  it('tells the same of the same parcel whenever it is asked', () => {
    fc.assert(
      fc.property(parcels, (parcel) => {
        expect(simulateWay({ ...parcel })).toEqual(simulateWay(parcel))
      }),
    )
  })

  it('does not know a number of a courier that it is not', () => {
    const [parcel] = fc.sample(parcels, 1)
    expect(simulateWay({ ...parcel!, courier: '村口代收' })).toBeNull()
  })
})
