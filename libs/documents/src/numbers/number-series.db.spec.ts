import { openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentsModule } from '../documents.module.js'
import { testDocumentsConfig } from '../testing/documents-config.js'
import { NumberSeries } from './number-series.js'

describe('A number series', () => {
  let world: World
  let series: NumberSeries
  beforeAll(async () => {
    world = await openWorld({ modules: [DocumentsModule], providers: [testDocumentsConfig()] })
    series = world.get(NumberSeries)
  })
  afterAll(() => world?.close())

  const take = (name: string, day: string) =>
    world.unitOfWork.run((tx) => series.next(tx, name, day))

  it('counts each series in each month from one', async () => {
    expect(await take('SH', '2026-11-25')).toBe('SH-202611-000001')
    expect(await take('SH', '2026-11-30')).toBe('SH-202611-000002')
    expect(await take('SH', '2026-12-01')).toBe('SH-202612-000001')
    expect(await take('HT', '2026-11-25')).toBe('HT-202611-000001')
  })

  it('leaves no gap and gives no number twice under races and rollbacks', async () => {
    const attempts = Array.from({ length: 60 }, (_, i) =>
      world.unitOfWork.run(async (tx) => {
        const number = await series.next(tx, 'GP', '2026-11-25')
        if (i % 3 === 0) throw new Error('changed my mind')
        return number
      }),
    )
    const outcomes = await Promise.allSettled(attempts)
    const numbers = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []))
    expect(numbers).toHaveLength(40)
    expect(numbers.sort()).toEqual(
      Array.from({ length: 40 }, (_, i) => `GP-202611-${String(i + 1).padStart(6, '0')}`),
    )
  })

  it('refuses a name that is no series', async () => {
    await expect(take('sh1', '2026-11-25')).rejects.toThrow('not a series')
  })
})
