import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FreightQuotes, Settings, SettingsDesk, SettingsModule } from './index.js'

let world: World
let desk: SettingsDesk
const officer = makeActor({ role: 'officer' })
const operator = makeActor({ role: 'operator' })

beforeAll(async () => {
  world = await openWorld({ modules: [SettingsModule], now: new Date('2026-11-25T02:00:00Z') })
  desk = world.get(SettingsDesk)
})
afterAll(() => world.close())

const get = (day: string) =>
  world.get(Settings).find(world.unitOfWork.reader, 'commission.basis-points', day)
const edit = (value: unknown, validFrom: string, basedOn: number, actor = officer) =>
  desk.edit(actor, 'commission.basis-points', { value, validFrom, basedOn, reason: '年度协议调整' })

describe('a setting', () => {
  it('has its built-in value until an edit begins, then that one, on its day', async () => {
    expect(await get('2026-11-25')).toEqual({ value: 300, version: 0 })
    const view = await edit(250, '2026-12-01', 0)
    expect(view).toMatchObject({
      latestVersion: 1,
      current: { version: 0, value: 300 },
      upcoming: [{ version: 1, value: 250, reason: '年度协议调整', authorId: officer.personId }],
    })
    expect(await get('2026-11-30')).toEqual({ value: 300, version: 0 })
    expect(await get('2026-12-01')).toEqual({ value: 250, version: 1 })
  })

  it('is not edited from a page that does not show the latest', async () => {
    await expect(edit(200, '2026-12-01', 0)).rejects.toMatchObject({
      code: 'setting.changed-meanwhile',
    })
  })

  it('takes one of two edits at once', async () => {
    const results = await Promise.allSettled([
      edit(210, '2026-12-05', 1),
      edit(220, '2026-12-05', 1),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is never changed for days that are over', async () => {
    await expect(edit(200, '2026-11-24', 2)).rejects.toMatchObject({
      code: 'setting.starts-too-early',
      details: { earliest: '2026-11-25' },
    })
    const rules = (await desk.list()).items.find((item) => item.key === 'counting.rules')!
    const today = {
      value: rules.current.value,
      validFrom: '2026-11-25',
      basedOn: 0,
      reason: '当日改口径',
    }
    await expect(desk.edit(officer, 'counting.rules', today)).rejects.toMatchObject({
      details: { earliest: '2026-11-26' },
    })
  })

  it('may begin in the past only where nothing was decided by it: the target of the year', async () => {
    const view = await desk.edit(officer, 'programme.annual-target-fen', {
      value: 500_000_000,
      validFrom: '2026-01-01',
      basedOn: 0,
      reason: '六月签订的协议自一月起算',
    })
    expect(view.current).toMatchObject({ value: 500_000_000, validFrom: '2026-01-01' })
  })

  it('is refused where it does not fit, naming the field', async () => {
    await expect(edit(1001, '2026-12-01', 2)).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'value', code: 'field.too-big' }],
    })
    await expect(
      desk.edit(officer, 'no-such.key', {
        value: 1,
        validFrom: '2026-12-01',
        basedOn: 0,
        reason: '试一试看',
      }),
    ).rejects.toMatchObject({ code: 'object.not-found' })
  })

  it('is edited by its own role only', async () => {
    await expect(edit(200, '2026-12-01', 2, operator)).rejects.toMatchObject({
      code: 'setting.not-yours',
    })
  })

  it('keeps every version with its reason, newest first, page by page', async () => {
    const first = await desk.history('commission.basis-points', { limit: 1 })
    const second = await desk.history('commission.basis-points', {
      limit: 1,
      cursor: first.nextCursor!,
    })
    expect([...first.items, ...second.items].map((item) => item.version)).toEqual([2, 1])
    expect(second.nextCursor).toBeNull()
    await expect(world.sql('delete from settings')).rejects.toThrow('append-only')
  })

  it('edited by another process is seen within five seconds, not asked for each time', async () => {
    await get('2026-11-25')
    await world.sql(
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ('commission.basis-points', 3, '2026-11-25', '111', '另一进程', gen_random_uuid())`,
    )
    expect((await get('2026-11-25')).value).toBe(300)
    await new Promise((resolve) => setTimeout(resolve, 5100))
    expect((await get('2026-11-25')).value).toBe(111)
  })
})

describe('freight', () => {
  it('follows the rates of the day', async () => {
    const quote = (day: string) =>
      world.get(FreightQuotes).quote(world.unitOfWork.reader, {
        day,
        destination: 'baoshan',
        parcels: [{ grams: 500, mode: 'none' }],
      })
    expect((await quote('2026-12-01')).freightFen).toBe(1200)
    const rates = (await desk.list()).items.find((item) => item.key === 'freight.rates')!
    const value = structuredClone(rates.current.value) as {
      baoshan: { none: { firstFen: number } }
    }
    value.baoshan.none.firstFen = 1500
    await desk.edit(officer, 'freight.rates', {
      value,
      validFrom: '2026-12-02',
      basedOn: 0,
      reason: '快递涨价',
    })
    expect((await quote('2026-12-01')).freightFen).toBe(1200)
    expect((await quote('2026-12-02')).freightFen).toBe(1500)
  })
})
