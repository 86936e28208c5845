import { readSheet } from '@weibao/documents'
import type { BreakdownBy } from '@weibao/contracts/report'
import { newId } from '@weibao/kernel'
import { cooperativePayable, Ledger, LedgerModule } from '@weibao/ledger'
import type { Actor } from '@weibao/platform'
import { openWorld, type World } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { Volume, VolumeModule, type LineFacts } from '@weibao/volume'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeActor } from '@weibao/platform/testing'
import { ReportingModule, SplitExport, VolumeExport, VolumeReport } from './index.js'
import { volumeColumns } from './volume-export.columns.js'

let world: World
let report: VolumeReport
const officer = makeActor({ role: 'officer' })
const everything = { stage: 'confirmed', from: '2026-01', to: '2026-12' } as const

/** The end of November in Shanghai is 16:00 UTC. */
const MONTH_END = Date.parse('2026-11-30T16:00:00Z')
const CHANNELS = ['online-retail', 'canteen', 'union']
const cooperatives = ['塔城蜂业', '攀天阁米业', '叶枝核桃'].map((zh) => ({
  id: newId(),
  name: { zh, en: zh },
}))
const products = ['百花蜜', '黑谷米', '漆油', '=HYPERLINK("x")'].map((zh) => ({
  id: newId(),
  name: { zh, en: zh },
}))

/** Sixty lines around midnight of the month's end, every third to a buyer outside of Baoshan. */
const lines: LineFacts[] = Array.from({ length: 60 }, (_, i) => ({
  orderLineId: newId(),
  orderId: newId(),
  orderNumber: `WB-${i}`,
  cooperative: cooperatives[i % 3]!,
  product: products[i % 4]!,
  township: ['tacheng', 'pantiange'][i % 2]!,
  category: ['honey', 'grain'][i % 2]!,
  buyer: {
    kind: i % 5 === 0 ? 'organisation' : 'person',
    organisationId: i % 5 === 0 ? newId() : null,
    personId: null,
    isInBaoshan: i % 3 !== 0,
    subdistrictCode: i % 3 !== 0 ? '310113003' : null,
  },
  channel: CHANNELS[i % 3]!,
  purchaseKind: 'direct',
  attribution: 'retail',
  isFromWeixi: true,
  isRecognised: true,
  hasBenefitRecord: true,
  goodsFen: 1000 + i * 37,
  freightFen: 1200,
  quantity: 1,
  massGrams: 500 + i,
  occurredAt: new Date(MONTH_END + (i - 30) * 240_000 + (i === 30 ? 0 : -1)),
}))

beforeAll(async () => {
  world = await openWorld({
    modules: [LedgerModule, VolumeModule, ReportingModule],
    now: new Date('2026-12-20T02:00:00Z'),
  })
  report = world.get(VolumeReport)
  for (const facts of lines) await sell(facts)
  for (const facts of lines.slice(0, 6)) await refund(facts)
})
afterAll(() => world.close())

function sell(facts: LineFacts) {
  return world.unitOfWork.run(async (tx) => {
    for (const stage of ['ordered', 'received', 'confirmed'] as const)
      await world.get(Volume).count(tx, stage, facts)
    const commission = Math.floor(facts.goodsFen / 20)
    const { orderId, orderLineId, occurredAt } = facts
    const payable = cooperativePayable(facts.cooperative.id)
    await world.get(Ledger).post(tx, {
      kind: 'earning',
      reference: orderLineId,
      occurredAt,
      lines: [
        { account: 'buyer-prepaid', amountFen: facts.goodsFen + facts.freightFen!, orderId },
        { account: payable, amountFen: commission - facts.goodsFen, orderId, orderLineId },
        { account: payable, amountFen: -facts.freightFen!, orderId },
        { account: 'commission-income', amountFen: -commission, orderId, orderLineId },
      ],
    })
  })
}

function refund(facts: LineFacts) {
  const refundId = newId()
  return world.unitOfWork.run(async (tx) => {
    await world.get(Volume).reverse(tx, {
      orderLineId: facts.orderLineId,
      refundId,
      goodsFen: facts.goodsFen,
      quantity: 1,
      massGrams: facts.massGrams,
      occurredAt: world.clock.now(),
    })
    await world.get(Ledger).reverse(tx, { kind: 'earning', reference: facts.orderLineId })
  })
}

const sum = (facts: readonly LineFacts[]) => facts.reduce((total, line) => total + line.goodsFen, 0)

describe('the overview', () => {
  it('puts each line into its month in Shanghai and keeps the stages apart', async () => {
    const { months, totals } = await report.overview({ from: '2026-11', to: '2026-12' })
    const november = lines.filter((line) => line.occurredAt.getTime() < MONTH_END)
    expect(november).toHaveLength(31 - 1)
    const [first, second] = months
    const inScope = (line: LineFacts) => line.buyer.isInBaoshan
    expect(first?.stages.confirmed).toMatchObject({
      goodsFen: sum(november.filter(inScope)),
      outsideFen: sum(november.filter((line) => !inScope(line))),
      entries: november.length,
    })
    expect(second?.stages.confirmed.goodsFen).toBe(
      sum(lines.filter(inScope)) -
        sum(november.filter(inScope)) -
        sum(lines.slice(0, 6).filter(inScope)),
    )
    expect(totals.confirmed).toEqual(totals.ordered)
    expect(totals.intended).toMatchObject({ goodsFen: 0, entries: 0 })
  })

  it('shows the ledger beside the confirmed volume, to the fen, and names what differs', async () => {
    const { months } = await report.overview({ from: '2026-11', to: '2026-12' })
    const sold = months.reduce((total, month) => total + month.reconciliation.ledgerFen, 0)
    expect(sold).toBe(sum(lines) - sum(lines.slice(0, 6)))
    for (const { reconciliation } of months) expect(reconciliation.differenceFen).toBe(0)
    expect((await report.mismatches('2026-11')).items).toEqual([])

    const unpaid: LineFacts = {
      ...lines[0]!,
      orderLineId: newId(),
      orderNumber: 'WB-unpaid',
      occurredAt: new Date('2026-10-10T00:00:00Z'),
    }
    await world.unitOfWork.run(async (tx) => {
      for (const stage of ['ordered', 'received', 'confirmed'] as const)
        await world.get(Volume).count(tx, stage, unpaid)
    })
    const october = await report.overview({ from: '2026-10', to: '2026-10' })
    expect(october.months[0]?.reconciliation.differenceFen).toBe(unpaid.goodsFen)
    expect((await report.mismatches('2026-10')).items).toEqual([
      {
        orderLineId: unpaid.orderLineId,
        orderNumber: 'WB-unpaid',
        confirmedFen: unpaid.goodsFen,
        ledgerFen: 0,
      },
    ])
  })
})

describe('a breakdown', () => {
  const ways: BreakdownBy[] = [
    'month',
    'channel',
    'cooperative',
    'township',
    'category',
    'subdistrict',
    'buyer-kind',
    'purchase-kind',
    'product',
  ]
  it.each(ways)(
    'by %s adds up to the unsplit figure, and each part opens to its own rows',
    async (by) => {
      const { items, total } = await report.breakdown(by, everything)
      const { total: unsplit } = await report.rows(officer, { ...everything, limit: 1 })
      expect(total).toEqual(unsplit)
      const key = {
        month: null,
        channel: 'channel',
        cooperative: 'cooperativeId',
        township: 'township',
        category: 'category',
        subdistrict: 'subdistrict',
        'buyer-kind': 'buyerKind',
        'purchase-kind': 'purchaseKind',
        product: 'productId',
      }[by]
      for (const part of items) {
        const opens = key ? { [key]: part.key } : { from: part.key, to: part.key }
        const { total: opened } = await report.rows(officer, { ...everything, ...opens, limit: 1 })
        expect(part).toMatchObject(opened)
      }
    },
  )

  it('is named in both languages', async () => {
    const { items } = await report.breakdown('channel', everything)
    expect(items.map((item) => item.label?.zh).sort()).toEqual(['工会福利', '机关食堂', '电商零售'])
  })
})

describe('the rows behind a figure', () => {
  it('are all of them, page by page, and add up to it', async () => {
    const filter = { ...everything, counted: true }
    const found = []
    let cursor: string | undefined
    do {
      const page = await report.rows(officer, { ...filter, limit: 7, cursor })
      found.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const { total } = await report.rows(officer, { ...filter, limit: 1 })
    expect(new Set(found.map((row) => row.id)).size).toBe(total.entries)
    expect(found.reduce((fen, row) => fen + row.goodsFen, 0)).toBe(total.goodsFen)
  })
})

describe('the attribution of an entry', () => {
  const unit = newId()
  beforeAll(async () => {
    await world.sql(
      `insert into organisations (id, kind, status, created_at, approved_at, name_zh, name_en, short_name_zh,
         short_name_en, region)
       values ($1, 'buyer', 'approved', now(), now(), '友谊路街道机关食堂', 'Youyi Road Canteen', '友谊食堂',
         'Youyi Canteen', 'baoshan')`,
      [unit],
    )
    for (const [index, attribution] of [unit, '310113003', 'retail'].entries()) {
      const person = { kind: 'person', organisationId: null } as const
      const of = index === 0 ? ({ kind: 'organisation', organisationId: unit } as const) : person
      const buyer = { ...lines[0]!.buyer, ...of }
      const line = { ...lines[0]!, orderLineId: newId(), channel: 'fair', attribution, buyer }
      await world.unitOfWork.run((tx) => world.get(Volume).count(tx, 'ordered', line))
    }
  })
  const filter = { stage: 'ordered', channel: 'fair' } as const
  const onSheet = async (actor: Actor) => {
    const { bytes } = await world.get(VolumeExport).write(actor, filter, 'xlsx')
    const { rows } = await readSheet(bytes, volumeColumns)
    return rows.map(({ values }) => values.attribution)
  }

  it('is the short name of its unit to whoever may read orders, in their language', async () => {
    const { items } = await report.rows(officer, { ...filter, limit: 3 })
    expect(items.at(-1)).toMatchObject({
      attribution: unit,
      attributionName: { zh: '友谊食堂', en: 'Youyi Canteen' },
      buyerOrganisationId: unit,
    })
    expect(await onSheet(officer)).toEqual(['居民零售', '友谊路街道', '友谊食堂'])
    const auditor = makeActor({ role: 'auditor', locale: 'en' })
    expect(await onSheet(auditor)).toEqual(['Retail', 'Youyi Road Subdistrict', 'Youyi Canteen'])
  })

  it('is shared to everybody else, who learns nothing of the unit', async () => {
    const liaison = makeActor({ role: 'liaison' })
    const { items } = await report.rows(liaison, { ...filter, limit: 3 })
    expect(items.at(-1)).toMatchObject({
      attribution: 'shared',
      attributionName: null,
      buyerOrganisationId: null,
    })
    expect(JSON.stringify(items)).not.toContain(unit)
    expect(await onSheet(liaison)).toEqual(['居民零售', '友谊路街道', '共享'])
  })
})

describe('an exported sheet', () => {
  it.each(['csv', 'xlsx'] as const)(
    'as %s, read again, is what the report says',
    async (format) => {
      const sheet = await world.get(VolumeExport).write(officer, everything, format)
      const reading = await readSheet(sheet.bytes, volumeColumns)
      expect(reading.errors).toEqual([])
      const { total } = await report.rows(officer, { ...everything, limit: 1 })
      expect(reading.rows).toHaveLength(total.entries)
      const goods = reading.rows.reduce((fen, { values }) => fen + (values.goodsFen ?? 0), 0)
      expect(goods).toBe(total.goodsFen + total.outsideFen)
      expect(sheet.digest).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  it('says its filters, rule version and digest, and holds no formula', async () => {
    const sheet = await world
      .get(VolumeExport)
      .write(officer, { ...everything, channel: 'canteen' }, 'csv')
    const text = Buffer.from(sheet.bytes).toString('utf8')
    expect(text).toContain('渠道 机关食堂')
    expect(text).toContain('阶段 已确认')
    expect(text).toContain('0（内置）')
    expect(text).toContain(sheet.digest)
    expect(text).not.toMatch(/(^|,)"?=/m)
  })

  it('of a split has its parts with their names, whole for who may see single orders', async () => {
    const write = (role: 'officer' | 'liaison', filter: object = everything) =>
      world
        .get(SplitExport)
        .write(makeActor({ role }), 'channel', { ...everything, ...filter }, 'csv')
    const textOf = async (...given: Parameters<typeof write>) =>
      Buffer.from((await write(...given)).bytes).toString('utf8')
    const { items, total } = await report.breakdown('channel', everything)
    const whole = await textOf('officer')
    for (const { label } of items) expect(whole).toContain(label!.zh)
    expect(whole).toContain((total.goodsFen / 100).toFixed(2))
    expect(whole).not.toContain('其他')

    // Twelve organisations bought, four in each channel: together they hide each other.
    const merged = await textOf('liaison')
    expect(merged).toContain('其他')
    expect(merged).toContain((total.goodsFen / 100).toFixed(2))
    for (const { label } of items) expect(merged).not.toContain(label!.zh)
    await expect(write('liaison', { channel: 'canteen' })).rejects.toMatchObject({
      code: 'report.group-too-small',
    })
  })

  it('is refused beyond the limit of rows', async () => {
    await world.sql(
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ('technical.export-rows', 1, '2026-01-01', '20', '测试上限', gen_random_uuid())`,
    )
    world.get(Settings).forget()
    await expect(world.get(VolumeExport).write(officer, everything, 'csv')).rejects.toMatchObject({
      code: 'report.too-many-rows',
      details: { max: 20 },
    })
  })
})
