import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.js'
import {
  DEFAULT_RATES,
  DEFAULT_TRANSIT_DAYS,
  destinationOf,
  quoteFreight,
  temperatureModes,
} from './freight.js'
import { inForce } from './settings.service.js'

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))(
    '%s starts from a value that its schema accepts',
    (_, definition) => {
      expect(definition.schema.parse(definition.initial)).toEqual(definition.initial)
    },
  )

  it.each(Object.entries(catalogue))('%s is described in both languages', (_, definition) => {
    for (const text of [definition.label, definition.description]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).toMatch(/^[A-Z]/)
    }
  })

  it('knows the ten channels of the programme, and counts them all until told otherwise', () => {
    const codes = catalogue['programme.channels'].initial.map((channel) => channel.code)
    expect(codes).toHaveLength(10)
    expect(catalogue['counting.rules'].initial.channels).toEqual(codes)
  })

  it('lets commission be between nothing and ten per cent', () => {
    const { schema } = catalogue['commission.basis-points']
    expect([0, 1000].every((value) => schema.safeParse(value).success)).toBe(true)
    expect([-1, 1001, 2.5, '300'].some((value) => schema.safeParse(value).success)).toBe(false)
  })
})

describe('what is in force on a day', () => {
  const version = (number: number, validFrom: string) => ({ version: number, validFrom })

  it('is nothing before the first, then the one that began last, then the newer edit of that day', () => {
    const versions = [version(1, '2026-06-01'), version(2, '2026-09-01'), version(3, '2026-09-01')]
    expect(inForce(versions, '2026-05-31')).toBeNull()
    expect(inForce(versions, '2026-06-01')?.version).toBe(1)
    expect(inForce(versions, '2026-09-01')?.version).toBe(3)
  })

  it('lets an announced value stand when something earlier is edited after it', () => {
    const versions = [version(1, '2027-01-01'), version(2, '2026-12-01')]
    expect(inForce(versions, '2026-12-31')?.version).toBe(2)
    expect(inForce(versions, '2027-01-01')?.version).toBe(1)
  })
})

describe('freight', () => {
  const quote = (grams: number, goodsFen = 0, mode: 'none' | 'chilled' = 'none') =>
    quoteFreight(DEFAULT_RATES, DEFAULT_TRANSIT_DAYS, 'baoshan', [{ grams, mode, goodsFen }])

  it('is the first kilogram and each further one begun', () => {
    expect(quote(1).freightFen).toBe(1200)
    expect(quote(1000).freightFen).toBe(1200)
    expect(quote(1001).freightFen).toBe(1600)
    expect(quote(3500).freightFen).toBe(1200 + 3 * 400)
  })

  it('is free from the set goods value, and never for what flies', () => {
    expect(quote(3500, 19_899).freightFen).toBe(2400)
    expect(quote(3500, 19_900).freightFen).toBe(0)
    expect(quote(3500, 1_000_000, 'chilled').freightFen).toBe(3200 + 3 * 1600)
  })

  it('quotes each parcel alone, with its days in transit, and adds them up', () => {
    const parcels = temperatureModes.map((mode) => ({ mode, grams: 800 }))
    const both = quoteFreight(DEFAULT_RATES, DEFAULT_TRANSIT_DAYS, 'elsewhere', parcels)
    expect(both.parcels.map((parcel) => parcel.freightFen)).toEqual([1500, 3800, 3200])
    expect(both.freightFen).toBe(8500)
    expect(both.parcels[1]?.transitDays).toEqual({ min: 2, max: 3 })
  })

  it('never falls when a parcel gets heavier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (grams, more) => {
          expect(quote(grams + more).freightFen).toBeGreaterThanOrEqual(quote(grams).freightFen)
        },
      ),
    )
  })

  it('goes to Baoshan by its subdistrict, to Shanghai by its province, elsewhere otherwise', () => {
    expect(destinationOf({ province: '上海市', subdistrictCode: '310113003' })).toBe('baoshan')
    expect(destinationOf({ province: '上海市', subdistrictCode: null })).toBe('shanghai')
    expect(destinationOf({ province: '江苏省', subdistrictCode: null })).toBe('elsewhere')
  })
})
