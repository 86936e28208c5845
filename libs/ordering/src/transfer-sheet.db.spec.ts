import { TransferReads, TransferSheet } from '@weibao/payments'
import { makeActor, type World } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GroupPayments } from './group-payments.service.js'
import { openOrderWorld, type OrderWorld } from './testing/order-world.js'
import { confirm, officers } from './testing/transfers.js'

/** 入账日期,流水号,对方户名,对方开户行,对方账号,收入金额,摘要 as a bank writes it: GBK. */
const GBK_HEADER = Buffer.from(
  'c8ebd5cbc8d5c6da2cc1f7cbaebac52cb6d4b7bdbba7c3fb2cb6d4b7bdbfaabba7d0d02cb6d4b7bdd5cbbac52ccad5c8ebbdf0b6ee2cd5aad2aa0d0a',
  'hex',
)
const HEADER = '入账日,银行流水号,付款户名,付款开户行,付款账号,金额（元）,附言,余额\n'

let market: OrderWorld
let world: World
let n = 0
const first = makeActor({ role: 'officer' })
beforeAll(async () => {
  market = await openOrderWorld()
  ;[world] = market.processes
})
afterAll(() => market.close())
beforeEach(async () => expect(await market.violations()).toEqual([]))

const place = () => market.place([1 + (n % 3)], { way: 'bank-transfer' })
type Placed = Awaited<ReturnType<typeof place>>
const referenceOf = async ({ shopper, groupId }: Placed) =>
  (await world.get(GroupPayments).refresh(shopper, groupId)).payment.transfer!.reference
const stateOf = async ({ shopper, groupId }: Placed) =>
  (await world.get(GroupPayments).refresh(shopper, groupId)).payment.state
/** A row of a statement; its bank reference is new unless one is given. */
const row = (amountFen: number, note: string, bankReference = `LS20260105${++n}`) =>
  `2026-01-05,${bankReference},School,Bank,6200000000001234,${(amountFen / 100).toFixed(2)},${note},99.00\n`
const sheetOf = (...lines: string[]) => Buffer.from(HEADER + lines.join(''))
const check = (bytes: Uint8Array) => world.get(TransferSheet).check(first, bytes)
const take = async (bytes: Uint8Array) =>
  world.get(TransferSheet).import(first, bytes, (await check(bytes)).fingerprint)
const recorded = async () =>
  (await world.get(TransferReads).list({ state: 'recorded', limit: 50 })).items

describe('a bank’s statement', () => {
  it('is recorded by who imports it, each row on the payment that its words name, and confirmed by another', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    const bytes = sheetOf(row(amountFen, `货款 ${await referenceOf(placed)}`))
    const plan = await check(bytes)
    expect(plan).toMatchObject({ errorCount: 0, counts: { made: 1 } })
    expect(plan.acts[0]!.name.zh).toContain('按参考号')
    expect(await recorded()).toEqual([])

    expect(await take(bytes)).toMatchObject({ isRepeated: false, counts: { made: 1 } })
    const [transfer] = await recorded()
    expect(transfer).toMatchObject({ amountFen, recordedBy: first.personId, pendingCount: 1 })
    const detail = await world.get(TransferReads).get(transfer!.id)
    await expect(confirm(world, detail, first)).rejects.toMatchObject({
      code: 'transfer.same-person',
    })
    await confirm(world, detail, officers.second)
    expect(await stateOf(placed)).toBe('captured')
  })

  it('finds by its amount the only payment that lacks just so much, and assigns nothing to a guess', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    const plan = await check(sheetOf(row(amountFen, 'no words'), row(amountFen - 1, '')))
    expect(plan.acts.map(({ name }) => name.en)).toEqual([
      expect.stringContaining('by its amount'),
      expect.stringContaining('matches nothing'),
    ])
    // The second payment of the same amount makes a guess of it.
    await market.place([1 + ((n - 2) % 3)], { way: 'bank-transfer' })
    const again = await check(sheetOf(row(amountFen, 'no words')))
    expect(again.acts).toHaveLength(1)
  })

  it('refuses the same bank reference twice, in the sheet and beside what is recorded', async () => {
    const line = row(1234, '')
    const twice = await check(sheetOf(line, line))
    expect(twice.errors).toMatchObject([{ column: 'bankReference' }])
    await take(sheetOf(line))
    const typed = row(500, '', ` ls２026 0105${n}`)
    expect((await check(sheetOf(typed))).errors).toMatchObject([
      { row: 2, code: 'transfer.reference-used' },
    ])
    const later = sheetOf(line, row(500, ''))
    expect((await check(later)).errors).toMatchObject([
      { row: 2, letters: 'B', code: 'transfer.reference-used' },
    ])
    await expect(take(later)).rejects.toMatchObject({ code: 'sheet.has-errors' })
    // The very file again is answered as it was: nothing is recorded a second time.
    const count = (await recorded()).length
    expect(await take(sheetOf(line))).toMatchObject({ isRepeated: true })
    expect(await recorded()).toHaveLength(count)
  })

  it('is read in GBK under the headers of a bank, and says what is wrong by row and column', async () => {
    const good = `2026-01-05,GBK0001,School,Bank,6200 0000 0000 1234,12.50,\r\n`
    const wrong = `2026-01-06,GBK0002,School,Bank,abc,0,\r\n`
    const plan = await check(Buffer.concat([GBK_HEADER, Buffer.from(good + wrong, 'latin1')]))
    expect(plan.errors.map(({ row: at, column }) => [at, column])).toEqual([[3, 'amountFen']])
    const account = await check(
      Buffer.concat([GBK_HEADER, Buffer.from(good + wrong.replace(',0,', ',1,'), 'latin1')]),
    )
    expect(account.errors).toMatchObject([
      { row: 3, column: 'payerAccount', code: 'sheet.not-an-account-number' },
    ])
    expect(await take(Buffer.concat([GBK_HEADER, Buffer.from(good, 'latin1')]))).toMatchObject({
      counts: { made: 1 },
    })
  })

  it('is recorded once by two who import it at once', async () => {
    const bytes = sheetOf(row(777, ''))
    const { fingerprint } = await check(bytes)
    const outcomes = await Promise.allSettled(
      market.processes.map((each) => each.get(TransferSheet).import(first, bytes, fingerprint)),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await recorded()).filter(({ amountFen }) => amountFen === 777)).toHaveLength(1)
  })
})

describe('transfers that leave as a sheet', () => {
  const leave = (amounts: { q?: string }) =>
    world.get(TransferReads).export({ ...amounts, format: 'csv' }, 'zh-CN')

  it('are refused beyond the limit of rows, never cut short', async () => {
    await world.sql(
      `insert into settings (key, version, valid_from, value, reason, author_id)
       values ('technical.export-rows', 1, '2026-01-01', '10', '测试上限', gen_random_uuid())`,
    )
    world.get(Settings).forget()
    await take(
      sheetOf(...Array.from({ length: 10 }, (_, each) => row(4400 + each, '', `MANY${each}`))),
    )
    const { bytes } = await leave({ q: 'MANY' })
    expect(
      Buffer.from(bytes)
        .toString('utf8')
        .match(/MANY\d/g),
    ).toHaveLength(10)
    await take(sheetOf(row(4500, '', 'MANYMORE')))
    await expect(leave({ q: 'MANY' })).rejects.toMatchObject({
      code: 'report.too-many-rows',
      details: { max: 10 },
    })
  })
})
