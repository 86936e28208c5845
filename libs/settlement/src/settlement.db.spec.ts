import { readSheet } from '@weibao/documents'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule } from '@weibao/identity'
import { newId, splitFen, type Fen, type Id } from '@weibao/kernel'
import { cooperativePayable, Ledger, LedgerModule } from '@weibao/ledger'
import { OrderEarnings } from '@weibao/ordering'
import type { Actor } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SettlementConfig, SettlementModule } from './index.js'
import { earningColumns, statementColumns } from './earning-sheet.columns.js'
import { EarningsSheet } from './earnings-sheet.service.js'
import { PayoutAccounts } from './payout-accounts.service.js'
import { Payouts } from './payouts.service.js'
import { Settlements } from './settlements.service.js'
import { Statements } from './statement.service.js'

const key = Buffer.alloc(32, 9)
const account = { holder: '同乐示范合作社', bank: '维西农商行', number: '6228480012345678' }

describe('settlement', () => {
  let world: World
  let settlements: Settlements
  let payouts: Payouts
  const officer = makeActor({ role: 'officer' })
  const second = makeActor({ role: 'officer' })

  beforeAll(async () => {
    world = await openWorld({
      modules: [IdentityModule, LedgerModule, SettlementModule],
      providers: [
        testDocumentsConfig(),
        {
          provide: IdentityConfig,
          useValue: {
            publicOrigin: 'http://localhost:3000',
            isProduction: false,
            sessionSecret: 'x'.repeat(32),
            dataEncryptionKey: key,
          },
        },
        { provide: SettlementConfig, useValue: { dataEncryptionKey: key } },
      ],
      now: new Date('2026-11-25T02:00:00Z'),
    })
    settlements = world.get(Settlements)
    payouts = world.get(Payouts)
  })
  afterAll(() => world.close())

  /** An accepted order of so many fen of goods: booked as ordering books it. */
  const earn = async (
    cooperativeId: Id,
    goodsFen: number,
    given: { kind?: 'refund'; payableFrom?: string } = {},
  ) => {
    const [commissionFen, netFen] = splitFen(goodsFen, [300, 9700]) as [Fen, Fen]
    const reference = newId()
    await world.unitOfWork.run(async (tx) => {
      await world.get(Ledger).post(tx, {
        kind: given.kind === 'refund' ? 'earning-refund' : 'earning',
        reference,
        lines: [
          { account: 'buyer-prepaid', amountFen: goodsFen },
          { account: cooperativePayable(cooperativeId), amountFen: -netFen },
          { account: 'commission-income', amountFen: -commissionFen },
        ],
      })
      await world.get<OrderEarnings>(OrderEarnings).earn(tx, {
        kind: given.kind ?? 'delivery',
        reference,
        cooperativeId,
        cooperativeName: { zh: '同乐示范合作社', en: 'Tongle' },
        orderId: newId(),
        orderNumber: '261020-000001-1',
        goodsFen,
        freightFen: 0,
        commissionFen,
        earnedAt: new Date('2026-10-20T02:00:00Z'),
        payableFrom: given.payableFrom ?? '2026-10-27',
      })
    })
    return netFen
  }
  const ownerOf = (cooperativeId: Id): Actor =>
    makeActor({ role: 'owner', organisationId: cooperativeId })
  const settlementOf = async (cooperativeId: Id) =>
    (await settlements.listOwn(ownerOf(cooperativeId), cooperativeId, { limit: 10 })).items[0]!
  const prepared = async () => {
    const cooperativeId = newId()
    await earn(cooperativeId, 10_000)
    await settlements.close(officer, '2026-10')
    await world.get(PayoutAccounts).set(ownerOf(cooperativeId), cooperativeId, account)
    return { cooperativeId, settlement: await settlementOf(cooperativeId) }
  }

  it('sums named earnings of a month once, refunds as negatives, and agrees with the ledger', async () => {
    const cooperativeId = newId()
    const due =
      (await earn(cooperativeId, 10_001)) +
      (await earn(cooperativeId, 5_000)) +
      (await earn(cooperativeId, -2_000, { kind: 'refund' }))
    await earn(cooperativeId, 7_000, { payableFrom: '2026-11-02' })
    const twice = await Promise.all([
      settlements.close(officer, '2026-10'),
      settlements.close(second, '2026-10'),
    ])
    expect(twice.map(({ count }) => count).sort()).toEqual([0, 1])
    expect(await settlementOf(cooperativeId)).toMatchObject({
      amountFen: due,
      earningCount: 3,
      state: 'closed',
      period: '2026-10',
    })
    const balance = await settlements.balance(ownerOf(cooperativeId), cooperativeId)
    const owed = await world
      .get(Ledger)
      .balance(world.unitOfWork.reader, cooperativePayable(cooperativeId))
    expect(balance.heldFen + balance.payableFen + balance.settledFen + balance.paidFen).toBe(-owed)
    expect(balance).toMatchObject({ settledFen: due, payableFen: 6790, paidFen: 0 })
  })

  it('waits until the month is over, and carries what is below zero into the next', async () => {
    await expect(settlements.close(officer, '2026-11')).rejects.toThrow(
      'settlement.period-not-over',
    )
    const cooperativeId = newId()
    await earn(cooperativeId, -500, { kind: 'refund' })
    await settlements.close(officer, '2026-10')
    expect(await settlementOf(cooperativeId)).toBeUndefined()
  })

  it('is paid by a file of one person and the word of another, and booked', async () => {
    const { cooperativeId, settlement } = await prepared()
    const file = await payouts.send(officer, [settlement.id])
    expect(file).toMatchObject({ count: 1, amountFen: 9700 })
    expect(file.csv).toContain(account.number)
    await expect(payouts.send(second, [settlement.id])).rejects.toThrow('settlement.not-payable')
    const sent = await settlementOf(cooperativeId)
    expect(sent).toMatchObject({
      state: 'payable',
      payout: { state: 'sent', accountMasked: '**** 5678' },
    })
    await expect(payouts.confirm(officer, sent.payout!.id, 'BANK-0001')).rejects.toThrow(
      'payout.same-person',
    )
    const paid = await payouts.confirm(second, sent.payout!.id, 'BANK-0001')
    expect(paid).toMatchObject({ state: 'paid', payout: { bankReference: 'BANK-0001' } })
    expect(
      await world.get(Ledger).balance(world.unitOfWork.reader, cooperativePayable(cooperativeId)),
    ).toBe(0)
    await expect(payouts.return(second, sent.payout!.id, '退回')).rejects.toThrow(
      'lifecycle.move-not-allowed',
    )
  })

  it('refuses a bank reference twice, and pays anew what the bank sent back', async () => {
    const { settlement, cooperativeId } = await prepared()
    await payouts.send(officer, [settlement.id])
    const sent = await settlementOf(cooperativeId)
    await expect(payouts.confirm(second, sent.payout!.id, 'BANK-0001')).rejects.toThrow(
      'payout.reference-used',
    )
    const returned = await payouts.return(second, sent.payout!.id, '户名不符')
    expect(returned).toMatchObject({ state: 'closed', payout: { state: 'returned' } })
    await payouts.send(officer, [settlement.id])
    expect(await settlementOf(cooperativeId)).toMatchObject({
      state: 'payable',
      payout: { state: 'sent' },
    })
  })

  it('makes no file when one of its cooperatives has no account', async () => {
    const cooperativeId = newId()
    await earn(cooperativeId, 3_000)
    await settlements.close(officer, '2026-10')
    const settlement = await settlementOf(cooperativeId)
    await expect(payouts.send(officer, [settlement.id])).rejects.toThrow('payout.no-account')
    expect((await settlementOf(cooperativeId)).state).toBe('closed')
  })

  it('keeps account numbers encrypted, and shows the last four digits only', async () => {
    const { cooperativeId } = await prepared()
    const stored = await world.sql<{ number_sealed: Buffer }>(
      'select number_sealed from payout_accounts where cooperative_id = $1',
      [cooperativeId],
    )
    expect(stored[0]!.number_sealed.toString('latin1')).not.toContain('12345678')
    const view = await world.get(PayoutAccounts).view(ownerOf(cooperativeId), cooperativeId)
    expect(JSON.stringify(view)).not.toContain('62284800')
    await expect(world.get(PayoutAccounts).view(ownerOf(newId()), cooperativeId)).rejects.toThrow(
      'object.not-found',
    )
  })

  it('prints a statement with every earning, as PDF and as sheet, for those who may read it', async () => {
    const { settlement, cooperativeId } = await prepared()
    const statements = world.get(Statements)
    const pdf = await statements.make(ownerOf(cooperativeId), settlement.id, 'pdf', 'zh-CN')
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-')
    const csv = await statements.make(officer, settlement.id, 'csv', 'en')
    expect(Buffer.from(csv.bytes).toString('utf8')).toContain(
      '261020-000001-1,2026-10-20,Delivery,100.00,0.00,3.00,97.00',
    )
    const xlsx = await statements.make(officer, settlement.id, 'xlsx', 'zh-CN')
    const reading = await readSheet(xlsx.bytes, statementColumns)
    expect(reading.errors).toEqual([])
    expect(reading.rows.map(({ values }) => values)).toEqual([
      {
        order: '261020-000001-1',
        earned: '2026-10-20',
        kind: 'delivery',
        goodsFen: 10_000,
        freightFen: 0,
        commissionFen: 300,
        amountFen: 9_700,
      },
    ])
    await expect(statements.make(ownerOf(newId()), settlement.id, 'pdf', 'en')).rejects.toThrow(
      'object.not-found',
    )
  })

  it('gives a cooperative all of its earnings as a sheet, settled or not, and nobody else’s', async () => {
    const { settlement, cooperativeId } = await prepared()
    await earn(cooperativeId, -2_000, { kind: 'refund', payableFrom: '2026-11-30' })
    const sheet = world.get(EarningsSheet)
    const { bytes, name } = await sheet.make(ownerOf(cooperativeId), cooperativeId, 'csv')
    expect(name).toBe('应得明细-2026-11-25.csv')
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).toContain('应得合计（元）')
    const xlsx = await sheet.make(ownerOf(cooperativeId), cooperativeId, 'xlsx')
    const reading = await readSheet(xlsx.bytes, earningColumns)
    expect(reading.errors).toEqual([])
    const { items } = await settlements.listEarnings(ownerOf(cooperativeId), cooperativeId, {
      limit: 10,
    })
    expect(items.map(({ settlementNumber }) => settlementNumber)).toEqual([null, settlement.number])
    expect(reading.rows.map(({ values }) => values)).toEqual(
      items.map((earning) => ({
        order: earning.orderNumber,
        earned: '2026-10-20',
        kind: earning.kind,
        goodsFen: earning.goodsFen,
        freightFen: earning.freightFen,
        commissionFen: earning.commissionFen,
        amountFen: earning.amountFen,
        payableFrom: earning.payableFrom,
        settlement: earning.settlementNumber,
      })),
    )
    await expect(sheet.make(ownerOf(newId()), cooperativeId, 'csv')).rejects.toThrow(
      'object.not-found',
    )
  })

  it('is never rewritten: earnings and what settles them stay', async () => {
    for (const text of ['update earnings set amount_fen = 1', 'delete from settlement_earnings']) {
      await expect(world.unitOfWork.reader.query(text)).rejects.toThrow('permission denied')
      await expect(world.sql(text)).rejects.toThrow('append-only')
    }
  })
})
