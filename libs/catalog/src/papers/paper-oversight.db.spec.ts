import { addDays, localDay } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PaperOversight } from './paper-oversight.service.js'
import { Papers } from './papers.service.js'
import { openDesk, type Desk } from '../testing/desk.js'

let desk: Desk
let oversight: PaperOversight

beforeAll(async () => {
  desk = await openDesk()
  oversight = desk.world.get(PaperOversight)
  const today = localDay(desk.world.clock.now())
  const file = (cooperativeId: string, number: string, daysLeft: number | null) =>
    desk.world
      .get(Papers)
      .add(makeActor({ role: 'owner', organisationId: cooperativeId }), cooperativeId, {
        kind: 'food-production-licence',
        number,
        issuedOn: addDays(today, -400),
        expiresOn: daysLeft === null ? null : addDays(today, daysLeft),
        productId: null,
      })
  await file(desk.shop.tongle, 'SC-OLD', -3)
  await file(desk.shop.tacheng, 'SC-SOON', 20)
  await file(desk.shop.tacheng, 'SC-LATER', 80)
})
afterAll(() => desk.world.close())

const numbers = async (filter: object = {}) =>
  (await oversight.list({ limit: 50, ...filter })).items.map(({ number }) => number)

describe('the papers of all cooperatives', () => {
  it('stand soonest to expire first, page by page', async () => {
    expect(await numbers()).toEqual(['SC-OLD', 'SC-SOON', 'SC-LATER'])
    const first = await oversight.list({ limit: 2 })
    expect(await numbers({ limit: 2, cursor: first.nextCursor })).toEqual(['SC-LATER'])
  })

  it('are found by what is due and not replaced, by name and by number', async () => {
    expect(await numbers({ due: 'expired' })).toEqual(['SC-OLD'])
    expect(await numbers({ due: '30' })).toEqual(['SC-OLD'])
    expect(await numbers({ due: '90' })).toEqual(['SC-OLD', 'SC-LATER'])
    expect(await numbers({ q: '塔城' })).toEqual(['SC-SOON', 'SC-LATER'])
    expect(await numbers({ q: 'sc-soon' })).toEqual(['SC-SOON'])
    expect(await numbers({ kind: 'test-report' })).toEqual([])
  })

  it('leave as a sheet', async () => {
    const liaison = makeActor({ role: 'liaison' })
    const { bytes } = await oversight.sheet(liaison, { due: 'expired', format: 'csv' })
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).toContain('SC-OLD')
    expect(text).not.toContain('SC-SOON')
  })

  it('leave as no sheet at all beyond the limit of rows', async () => {
    const liaison = makeActor({ role: 'liaison' })
    const limit = vi.spyOn(desk.world.get(Settings), 'get').mockResolvedValue(1)
    await expect(oversight.sheet(liaison, { format: 'csv' })).rejects.toMatchObject({
      code: 'report.too-many-rows',
      details: { max: 1 },
    })
    limit.mockRestore()
  })
})
