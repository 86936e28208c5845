import { cooperativePayable, Ledger } from '@weibao/ledger'
import { newId, type Id } from '@weibao/kernel'
import { makeActor, withContext } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OrderService } from '../order.service.js'
import {
  makeShopper,
  openOrderWorld,
  waitDays,
  type BoughtOrder,
  type OrderWorld,
} from '../testing/order-world.js'
import { AfterSaleDesk } from './after-sale-desk.service.js'
import { AfterSalePhotos } from './after-sale-photos.service.js'
import { AfterSaleReads } from './after-sale.reads.js'
import { AfterSaleService } from './after-sale.service.js'

let world: OrderWorld
let cases: AfterSaleService
let desk: AfterSaleDesk
let orders: OrderService
const officer = makeActor({ role: 'officer' })

beforeAll(async () => {
  world = await openOrderWorld()
  const [first] = world.processes
  cases = first.get(AfterSaleService)
  desk = first.get(AfterSaleDesk)
  orders = first.get(OrderService)
})
afterAll(() => world.close())
/** Whatever a case did, the books, the volume and the stock agree afterwards. */
afterEach(async () => {
  await world.settleDown()
  expect(await world.violations()).toEqual([])
})

const sql = <T>(text: string, values: unknown[] = []) => world.processes[0].sql<T>(text, values)
const open = (
  { order, lines, shopper }: BoughtOrder,
  quantities: readonly number[],
  given: Partial<Parameters<AfterSaleService['open']>[2]> = {},
) =>
  cases.open(shopper, order.id, {
    kind: 'refund-only',
    reason: 'damaged',
    text: '瓶子碎了',
    photoIds: [],
    lines: lines.flatMap(({ id }, index) =>
      quantities[index] ? [{ orderLineId: id, quantity: quantities[index] }] : [],
    ),
    ...given,
  })
const read = (id: Id, { shopper }: BoughtOrder) =>
  world.processes[0].get(AfterSaleReads).get({ shopper, actor: shopper.actor }, id)
const refundsOf = async ({ order }: BoughtOrder) =>
  (await sql<{ fen: string; state: string }>(
    `select r.amount_fen::int as fen, r.state from refunds r join payments p on p.id = r.payment_id
     where p.subject_id = $1 order by r.id`,
    [order.groupId],
  )) as unknown as { fen: number; state: string }[]
const volumeOf = (lineId: Id) =>
  sql<{ stage: string; fen: number; quantity: number }>(
    `select stage, sum(goods_fen)::int as fen, sum(quantity)::int as quantity from volume_entries
     where order_line_id = $1 group by stage order by stage`,
    [lineId],
  )
const stateOf = async (id: Id) =>
  (await sql<{ state: string }>('select state from orders where id = $1', [id]))[0]!.state
const lotOf = async (id: Id) =>
  (
    await sql<{ sold: number; lost: number }>(
      'select sold, written_off as lost from lots where id = $1',
      [id],
    )
  )[0]!
const owed = () => {
  const [first] = world.processes
  return first
    .get(Ledger)
    .balance(first.unitOfWork.reader, cooperativePayable(world.shop.tongle))
    .then((balance) => -balance)
}

describe('Opening a case', () => {
  it('again under the same key gives the same case, as after an answer that was lost', async () => {
    const bought = await world.buy([3])
    const context = {
      requestId: newId(),
      locale: 'zh-CN' as const,
      address: '127.0.0.1',
      actor: bought.shopper.actor,
      idempotencyKey: newId(),
    }
    const first = await withContext(context, () => open(bought, [1]))
    expect(await withContext(context, () => open(bought, [1]))).toBe(first)
    expect(
      await withContext({ ...context, idempotencyKey: newId() }, () => open(bought, [1])),
    ).not.toBe(first)
  })
})

describe('A case before acceptance', () => {
  it('refunds what is damaged with its freight, and the order earns and counts the rest', async () => {
    const bought = await world.buy([3, 2])
    const { order, lines, shopper } = bought
    const before = await owed()
    const id = await open(bought, [1])
    const quoted = await read(id, bought)
    expect(quoted.requestedGoodsFen).toBe(3333)
    expect(quoted.requestedFreightFen).toBeGreaterThan(0)
    await desk.answer(world.seller, id, { outcome: 'agreed' })
    await world.settleDown()
    const settled = await read(id, bought)
    expect(settled).toMatchObject({ state: 'settled', refundState: 'succeeded', acts: [] })
    expect(await refundsOf(bought)).toEqual([{ fen: quoted.requestedFen, state: 'succeeded' }])
    expect(await volumeOf(lines[0]!.id)).toEqual([{ stage: 'ordered', fen: 6666, quantity: 2 }])
    await orders.accept(shopper, order.id)
    expect((await volumeOf(lines[0]!.id)).map(({ fen }) => fen)).toEqual([6666, 6666, 6666])
    const [{ commission }] = (await sql<{ commission: number }>(
      'select -sum(amount_fen)::int as commission from ledger_entries e join ledger_accounts a on a.id = e.account_id where order_id = $1 and a.code = $2',
      [order.id, 'commission-income'],
    )) as [{ commission: number }]
    expect((await owed()) - before).toBe(order.totalFen - quoted.requestedFen - commission)
  })

  it('that refunds everything closes the order: nothing is earned, nothing counted', async () => {
    const bought = await world.buy([2])
    const id = await open(bought, [2], { reason: 'wrong', kind: 'refund-only' })
    await desk.answer(world.seller, id, { outcome: 'agreed' })
    expect(await stateOf(bought.order.id)).toBe('closed')
    expect(await refundsOf(bought)).toMatchObject([{ fen: bought.order.totalFen }])
    waitDays(world, 30)
    await orders.acceptDue()
    expect(await stateOf(bought.order.id)).toBe('closed')
  })

  it('holds up automatic acceptance until it is over', async () => {
    const bought = await world.buy([1])
    waitDays(world, 14)
    const id = await open(bought, [1])
    await desk.answer(world.seller, id, { outcome: 'refused', reason: '签收时完好' })
    waitDays(world, 4)
    await orders.acceptDue()
    expect(await stateOf(bought.order.id)).toBe('shipped')
    await cases.withdraw(bought.shopper, id)
    await orders.acceptDue()
    expect(await stateOf(bought.order.id)).toBe('accepted')
  })
})

describe('A case after acceptance', () => {
  it('takes back what the cooperative had earned, below zero where it was paid already', async () => {
    const bought = await world.buy([3])
    await orders.accept(bought.shopper, bought.order.id)
    const before = await owed()
    const id = await open(bought, [3], { reason: 'spoilt' })
    await desk.answer(world.seller, id, { outcome: 'agreed' })
    const [earned] = await sql<{ fen: number }>(
      'select sum(amount_fen)::int as fen from earnings where order_id = $1',
      [bought.order.id],
    )
    expect(earned!.fen).toBe(0)
    expect(before - (await owed())).toBeGreaterThan(9000)
    expect((await volumeOf(bought.lines[0]!.id)).map(({ fen }) => fen)).toEqual([0, 0, 0])
    expect(await stateOf(bought.order.id)).toBe('accepted')
  })

  it('of a part of the price leaves the packages counted', async () => {
    const bought = await world.buy([2])
    await orders.accept(bought.shopper, bought.order.id)
    const id = await open(bought, [2], { reason: 'not-as-described' })
    await desk.answer(world.seller, id, {
      outcome: 'reduced',
      amountFen: 1000,
      reason: '花色不同，品质一样',
    })
    expect(await read(id, bought)).toMatchObject({
      turn: 'buyer',
      acts: ['accept', 'appeal', 'withdraw'],
    })
    await cases.accept(bought.shopper, id)
    const [confirmed] = await volumeOf(bought.lines[0]!.id)
    expect(confirmed!.quantity).toBe(2)
    expect(confirmed!.fen).toBeLessThan(6666)
    expect(await refundsOf(bought)).toMatchObject([{ fen: 1000 }])
  })

  it('goes by what its buyer agreed to in checkout, whatever became of the product', async () => {
    const back = { kind: 'return-and-refund', reason: 'no-reason' } as const
    const fresh = await world.buy([1], { isReturnException: true })
    const dry = await world.buy([1])
    await sql(
      'update products set is_return_exception = not is_return_exception where id = any($1)',
      [[fresh.lines[0]!.productId, dry.lines[0]!.productId]],
    )
    for (const bought of [fresh, dry]) await orders.accept(bought.shopper, bought.order.id)
    expect(fresh.lines[0]).toMatchObject({
      returnExceptionVersion: '2026-11',
      returnExceptionAt: fresh.order.placedAt,
    })
    await expect(open(fresh, [1], back)).rejects.toMatchObject({
      code: 'after-sale.not-returnable',
    })
    expect(await open(dry, [1], back)).toBeTruthy()
  })

  it('is not opened when its days are over, nor without a reason for fresh goods', async () => {
    const bought = await world.buy([2], { isReturnException: true })
    await orders.accept(bought.shopper, bought.order.id)
    const back = { kind: 'return-and-refund', reason: 'no-reason' } as const
    await expect(open(bought, [1], back)).rejects.toMatchObject({
      code: 'after-sale.not-returnable',
    })
    const dry = await world.buy([1])
    await orders.accept(dry.shopper, dry.order.id)
    waitDays(world, 8)
    await expect(open(dry, [1], back)).rejects.toMatchObject({ code: 'after-sale.too-late' })
    await open(dry, [1])
    waitDays(world, 8)
    await expect(open(bought, [1])).rejects.toMatchObject({ code: 'after-sale.too-late' })
  })
})

describe('A return', () => {
  it('without a reason brings goods back to their lot and keeps the freight', async () => {
    const bought = await world.buy([4])
    await orders.accept(bought.shopper, bought.order.id)
    const id = await open(bought, [3], { kind: 'return-and-refund', reason: 'no-reason' })
    await desk.answer(world.seller, id, { outcome: 'agreed' })
    expect(await refundsOf(bought)).toEqual([])
    const parcel = { courier: '顺丰速运', trackingNumber: `RT${newId()}` }
    await cases.sendBack(bought.shopper, id, parcel)
    const orderLineId = bought.lines[0]!.id
    await expect(
      desk.confirmReturn(world.seller, id, [{ orderLineId, resellable: 4 }]),
    ).rejects.toMatchObject({ code: 'after-sale.lines-not-those' })
    await desk.confirmReturn(world.seller, id, [{ orderLineId, resellable: 2 }])
    expect(await refundsOf(bought)).toMatchObject([{ fen: 3 * 3333 }])
    expect(await lotOf(bought.lines[0]!.lotId)).toEqual({ sold: 1, lost: 1 })
    expect(await read(id, bought)).toMatchObject({
      lines: [{ quantity: 3, resellable: 2, refundedFen: 9999 }],
    })
  })

  it('that is not sent closes by silence; one not confirmed counts as received and is written off', async () => {
    const bought = await world.buy([2])
    const first = await open(bought, [1], { kind: 'return-and-refund' })
    waitDays(world, 3)
    await desk.letSilenceSpeak()
    expect((await read(first, bought)).state).toBe('agreed')
    waitDays(world, 8)
    await desk.letSilenceSpeak()
    expect((await read(first, bought)).state).toBe('closed')
    const second = await open(bought, [2], { kind: 'return-and-refund' })
    await desk.answer(world.seller, second, { outcome: 'agreed' })
    const parcel = { courier: '圆通速递', trackingNumber: `RT${newId()}` }
    await cases.sendBack(bought.shopper, second, parcel)
    waitDays(world, 11)
    await desk.letSilenceSpeak()
    expect((await read(second, bought)).state).toBe('settled')
    expect(await lotOf(bought.lines[0]!.lotId)).toEqual({ sold: 0, lost: 2 })
  })

  it('that is not what was sold goes to the referee', async () => {
    const bought = await world.buy([1])
    const id = await open(bought, [1], { kind: 'return-and-refund', reason: 'wrong' })
    await desk.answer(world.seller, id, { outcome: 'agreed' })
    const parcel = { courier: '圆通速递', trackingNumber: `RT${newId()}` }
    await cases.sendBack(bought.shopper, id, parcel)
    await desk.object(world.seller, id, '寄回的是空箱')
    await desk.decide(officer, id, { amountFen: 1, reason: '照片看不清，象征性退一分' })
    expect(await read(id, bought)).toMatchObject({ state: 'settled', agreedFen: 1 })
  })
})

describe('The referee', () => {
  const refused = async () => {
    const bought = await world.buy([2])
    const id = await open(bought, [2])
    await desk.answer(world.seller, id, { outcome: 'refused', reason: '照片不是本店商品' })
    await cases.appeal(bought.shopper, id, '批次号对得上')
    return { bought, id }
  }

  it('decides within what was asked for, is no party, and nobody else decides', async () => {
    const { bought, id } = await refused()
    const { requestedFen } = await read(id, bought)
    const decision = { amountFen: requestedFen + 1, reason: '支持买家' }
    await expect(desk.decide(officer, id, decision)).rejects.toMatchObject({
      code: 'after-sale.amount-too-large',
    })
    const asBuyer = makeActor({ role: 'officer', personId: bought.shopper.personId! })
    const fitting = { ...decision, amountFen: requestedFen }
    await expect(desk.decide(asBuyer, id, fitting)).rejects.toMatchObject({
      code: 'after-sale.referee-is-party',
    })
    for (const stranger of [world.seller, makeActor(), makeActor({ role: 'auditor' })])
      await expect(desk.decide(stranger, id, fitting)).rejects.toMatchObject({
        code: 'object.not-found',
      })
    await desk.decide(officer, id, fitting)
    expect(await read(id, bought)).toMatchObject({ state: 'settled', agreedFen: requestedFen })
  })

  it('may find for the cooperative: the packages can be claimed anew', async () => {
    const { bought, id } = await refused()
    await desk.decide(officer, id, { amountFen: 0, reason: '证据不足' })
    expect((await read(id, bought)).state).toBe('closed')
    await open(bought, [2])
  })
})

describe('At once, in two processes', () => {
  const both = <T>(act: (index: 0 | 1) => Promise<T>) => Promise.allSettled([act(0), act(1)])
  const fulfilled = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes.filter(({ status }) => status === 'fulfilled').length

  it('two cases never take the same packages', async () => {
    for (let round = 0; round < 5; round++) {
      const bought = await world.buy([3])
      const outcomes = await both((index) =>
        world.processes[index].get(AfterSaleService).open(bought.shopper, bought.order.id, {
          kind: 'refund-only',
          reason: 'damaged',
          text: '',
          photoIds: [],
          lines: [{ orderLineId: bought.lines[0]!.id, quantity: 2 }],
        }),
      )
      expect(fulfilled(outcomes)).toBe(1)
      const loser = outcomes.find((each) => each.status === 'rejected')
      expect(loser?.reason).toMatchObject({ code: 'after-sale.quantity-taken' })
    }
  })

  it('an answer and silence settle a case once', async () => {
    for (let round = 0; round < 5; round++) {
      const bought = await world.buy([1])
      const id = await open(bought, [1])
      waitDays(world, 3)
      await both((index) => {
        const there = world.processes[index].get(AfterSaleDesk)
        return index === 0
          ? there.answer(world.seller, id, { outcome: 'agreed' })
          : there.letSilenceSpeak()
      })
      expect(await refundsOf(bought)).toHaveLength(1)
    }
  })

  it('two officers decide a case once', async () => {
    const bought = await world.buy([1])
    const id = await open(bought, [1])
    await desk.answer(world.seller, id, { outcome: 'refused', reason: '不同意' })
    await cases.appeal(bought.shopper, id, '请平台看看')
    const outcomes = await both((index) =>
      world.processes[index]
        .get(AfterSaleDesk)
        .decide(makeActor({ role: 'officer' }), id, { amountFen: 100 + index, reason: '部分支持' }),
    )
    expect(fulfilled(outcomes)).toBe(1)
    expect(await refundsOf(bought)).toHaveLength(1)
  })

  it('an opened case and automatic acceptance never lose each other', async () => {
    for (let round = 0; round < 5; round++) {
      const bought = await world.buy([2])
      waitDays(world, 18)
      const [opened] = await both((index) =>
        index === 0
          ? world.processes[0].get(AfterSaleService).open(bought.shopper, bought.order.id, {
              kind: 'refund-only',
              reason: 'damaged',
              text: '',
              photoIds: [],
              lines: [{ orderLineId: bought.lines[0]!.id, quantity: 1 }],
            })
          : world.processes[1]
              .get(OrderService)
              .acceptDue()
              .then(() => newId()),
      )
      expect(opened!.status).toBe('fulfilled')
      const id = (opened as PromiseFulfilledResult<Id>).value
      await desk.answer(world.seller, id, { outcome: 'agreed' })
      await orders.acceptDue()
      expect(await stateOf(bought.order.id)).toBe('accepted')
      const [earned] = await sql<{ fen: number }>(
        'select sum(goods_fen)::int as fen from earnings where order_id = $1',
        [bought.order.id],
      )
      expect(earned!.fen).toBe(3333)
    }
  })

  it('settling and accepting book the order once, whichever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      const bought = await world.buy([2])
      const id = await open(bought, [1])
      const outcomes = await both((index) =>
        index === 0
          ? world.processes[0].get(AfterSaleDesk).answer(world.seller, id, { outcome: 'agreed' })
          : world.processes[1].get(OrderService).accept(bought.shopper, bought.order.id),
      )
      expect(fulfilled(outcomes)).toBe(2)
      const [earned] = await sql<{ fen: number }>(
        'select sum(goods_fen)::int as fen from earnings where order_id = $1',
        [bought.order.id],
      )
      expect(earned!.fen).toBe(3333)
    }
  })
})

describe('A case is private', () => {
  /** One white pixel. */
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  )

  it('to its buyer, its cooperative, officers and auditors, with its photographs', async () => {
    const bought = await world.buy([1])
    const photos = world.processes[0].get(AfterSalePhotos)
    const stranger = makeShopper()
    const upload = { name: 'broken.png', bytes: png }
    await expect(photos.upload(stranger, bought.order.id, upload)).rejects.toMatchObject({
      code: 'object.not-found',
    })
    await expect(
      photos.upload(bought.shopper, bought.order.id, {
        name: 'a.png',
        bytes: Buffer.from('<svg/>'),
      }),
    ).rejects.toMatchObject({ code: 'file.type-not-allowed' })
    const photo = await photos.upload(bought.shopper, bought.order.id, upload)
    const id = await open(bought, [1], { photoIds: [photo.id] })
    await expect(open(bought, [1], { photoIds: [photo.id] })).rejects.toThrow()
    const reads = world.processes[0].get(AfterSaleReads)
    for (const actor of [world.seller, officer, makeActor({ role: 'auditor' })]) {
      expect((await reads.get({ shopper: null, actor }, id)).photos).toHaveLength(1)
      const { bytes } = await photos.open({ shopper: null, actor }, photo.id)
      bytes.destroy()
    }
    for (const actor of [
      makeActor(),
      makeActor({ role: 'clerk' }),
      makeActor({ role: 'liaison' }),
    ]) {
      await expect(reads.get({ shopper: null, actor }, id)).rejects.toMatchObject({
        code: 'object.not-found',
      })
      await expect(photos.open({ shopper: null, actor }, photo.id)).rejects.toMatchObject({
        code: 'object.not-found',
      })
    }
    await expect(cases.withdraw(stranger, id)).rejects.toMatchObject({ code: 'object.not-found' })
  })
})
