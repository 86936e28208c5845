import type { DomainError } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CooperativePages } from './cooperative-pages.service.js'
import { Cooperatives } from './cooperatives.service.js'
import { openDesk, type Desk } from '../testing/desk.js'

describe('the page of a cooperative', () => {
  let desk: Desk
  const pages = () => desk.world.get(CooperativePages)
  const owner = () => makeActor({ role: 'owner', organisationId: desk.shop.tongle })
  const edited = (version: number, over: object = {}) => ({
    villages: ['同乐村', '松洛村'],
    summary: { zh: '澜沧江边的傈僳人家', en: '' },
    story: { zh: '祖辈养蜂，如今四十户一起做。', en: '' },
    memberFarmers: 43,
    foundedYear: 2016,
    version,
    ...over,
  })

  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.world.close())

  it('says to buyers what its people wrote, and the audit log who wrote it', async () => {
    const before = await pages().get(owner(), desk.shop.tongle)
    const after = await pages().edit(owner(), desk.shop.tongle, edited(before.version))
    expect(after).toMatchObject({ version: before.version + 1, villages: ['同乐村', '松洛村'] })
    const seen = await desk.world.get(Cooperatives).get(after.slug)
    expect(seen).toMatchObject({
      summary: { zh: '澜沧江边的傈僳人家' },
      memberFarmers: 43,
      foundedYear: 2016,
      villages: [
        { zh: '同乐村', en: 'Tongle Village' },
        { zh: '松洛村', en: 'Songluo Village' },
      ],
    })
    const facts = await desk.world.sql<{ object_id: string }>(
      `select object_id from audit_entries where act = 'cooperative.page-edited'`,
    )
    expect(facts).toEqual([{ object_id: desk.shop.tongle }])
  })

  it('keeps the first of two edits of the same version', async () => {
    const { version } = await pages().get(owner(), desk.shop.tongle)
    const both = await Promise.allSettled(
      [50, 60].map((memberFarmers) =>
        pages().edit(owner(), desk.shop.tongle, edited(version, { memberFarmers })),
      ),
    )
    const refused = both.find((each) => each.status === 'rejected')
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect((refused!.reason as DomainError).code).toBe('product.edited-meanwhile')
  })

  it('refuses a founding year to come, and another cooperative’s hands', async () => {
    const { version } = await pages().get(owner(), desk.shop.tongle)
    await expect(
      pages().edit(owner(), desk.shop.tongle, edited(version, { foundedYear: 2099 })),
    ).rejects.toMatchObject({ code: 'cooperative.founded-later' })
    const stranger = makeActor({ role: 'owner', organisationId: desk.shop.tacheng })
    await expect(pages().get(stranger, desk.shop.tongle)).rejects.toMatchObject({
      code: 'object.not-found',
    })
  })
})
