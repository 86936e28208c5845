import type { TransferDetail } from '@weibao/contracts/transfer'
import { newId, type Id } from '@weibao/kernel'
import {
  TransferConfirmation,
  TransferDesk,
  TransferReads,
  TransferReturns,
} from '@weibao/payments'
import type { World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GroupPayments } from './group-payments.service.js'
import { OrderCancelling } from './order-cancelling.service.js'
import { openOrderWorld, waitDays, type OrderWorld } from './testing/order-world.js'
import { confirm, officers, record } from './testing/transfers.js'

type Placed = Awaited<ReturnType<OrderWorld['place']>>

let market: OrderWorld
let world: World
let beside: World
beforeAll(async () => {
  market = await openOrderWorld()
  ;[world, beside] = market.processes
})
afterAll(() => market.close())
beforeEach(async () => expect(await market.violations()).toEqual([]))

const place = (packs = 1) => market.place([packs], { way: 'bank-transfer' })
const groupOf = ({ shopper, groupId }: Placed) => world.get(GroupPayments).refresh(shopper, groupId)
const stateOf = async (placed: Placed) => {
  const { payment, orders } = await groupOf(placed)
  return [payment.state, orders[0]!.state]
}
const whole = ({ payment }: Placed) => ({ paymentId: payment.id, amountFen: payment.amountFen })
const part = ({ payment }: Placed, amountFen: number) => ({ paymentId: payment.id, amountFen })
const fulfilled = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown
const balanceOf = async (account: string): Promise<number> => {
  const [found] = await world.sql(
    `select coalesce(sum(amount_fen), 0)::float8 as fen from ledger_facts where account = '${account}'`,
  )
  return Number(found!['fen'])
}

describe('a transfer', () => {
  it('pays an order once a second person confirms it, and shows on the way that it was seen', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    const recorded = await record(world, amountFen, [whole(placed)])
    expect((await groupOf(placed)).payment).toMatchObject({
      state: 'created',
      transfer: { seenFen: amountFen, receivedFen: 0 },
    })
    const done = await confirm(world, recorded)
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
    expect(done.transfer).toMatchObject({ state: 'confirmed', remainderFen: 0 })
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'recorded',
      'assigned',
      'confirmed',
      'used',
      'captured',
    ])
  })

  it('names who recorded it, and says in both languages what it is for', async () => {
    await world.sql(
      `insert into people (id, display_name, email, locale, created_at)
       values ($1, '周明', 'zhou.ming@weibao.example', 'zh-CN', now())`,
      [officers.first.personId],
    )
    const recorded = await record(world, 100_000, [part(await place(), 100)])
    expect(recorded.people).toEqual([{ id: officers.first.personId, displayName: '周明' }])
    const [{ payment }] = recorded.assignments as [TransferDetail['assignments'][number]]
    expect(payment.description.zh).toMatch(/\p{Script=Han}.* \(\d+-\d+\)$/u)
    expect(payment.description.en).toMatch(/^[^\p{Script=Han}]+ \(\d+-\d+\)$/u)
  })

  it('is confirmed by nobody who recorded it or assigned it, in code and in the database', async () => {
    const placed = await place()
    const recorded = await record(world, 10 * placed.payment.amountFen, [])
    await expect(confirm(world, recorded, officers.first)).rejects.toEqual(
      code('transfer.same-person'),
    )
    const { id } = recorded.transfer
    const assigned = await world.get(TransferDesk).assign(officers.second, id, whole(placed))
    await expect(confirm(world, assigned)).rejects.toEqual(code('transfer.same-person'))
    await expect(
      world.sql(
        `update transfers set state = 'confirmed', decided_by = recorded_by, decided_at = now() where id = '${id}'`,
      ),
    ).rejects.toThrow('transfers_by_two')
    await expect(
      world.sql(
        `update transfer_assignments set state = 'confirmed', decided_by = recorded_by, decided_at = now() where transfer_id = '${id}'`,
      ),
    ).rejects.toThrow('transfer_assignments_by_two')
    await confirm(world, assigned, officers.third)
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
  })

  it('pays three orders; what is left stays in sight until it pays another or goes back', async () => {
    const placed = [await place(), await place(2), await place(3)]
    const sumFen = placed.reduce((sum, { payment }) => sum + payment.amountFen, 0)
    const before = await balanceOf('transfer-credit')
    const done = await confirm(world, await record(world, sumFen + 9000, placed.map(whole)))
    for (const each of placed) expect(await stateOf(each)).toEqual(['captured', 'confirmed'])
    expect(done.transfer.remainderFen).toBe(9000)
    expect(await balanceOf('transfer-credit')).toBe(before - 9000)
    const { items } = await world.get(TransferReads).list({ limit: 20, state: 'unassigned' })
    expect(items.map(({ id }) => id)).toContain(done.transfer.id)

    const fourth = await place()
    const { id } = done.transfer
    const { amountFen } = fourth.payment
    await expect(
      world.get(TransferDesk).assign(officers.first, id, part(fourth, 9001)),
    ).rejects.toEqual(code('transfer.over-amount'))
    const later = await world
      .get(TransferDesk)
      .assign(officers.first, id, part(fourth, Math.min(amountFen, 9000)))
    await confirm(world, later)
    expect(await stateOf(fourth)).toEqual(['captured', 'confirmed'])
  })

  it('that is too small leaves the order waiting for the rest; more than it lacks is not taken', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    await confirm(world, await record(world, 1000, [part(placed, 1000)]))
    expect(await stateOf(placed)).toEqual(['created', 'placed'])
    expect((await groupOf(placed)).payment.transfer).toMatchObject({ receivedFen: 1000 })
    await expect(record(world, amountFen, [whole(placed)])).rejects.toEqual(
      code('transfer.over-payment'),
    )
    await confirm(world, await record(world, amountFen, [part(placed, amountFen - 1000)]))
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
    await expect(record(world, 1, [part(placed, 1)])).rejects.toEqual(
      code('transfer.payment-not-waiting'),
    )
  })

  it('is recorded once under its bank reference, unless the first record was withdrawn', async () => {
    const placed = await place()
    const bankReference = `B${newId()}`
    const wrong = await record(world, 1000, [part(placed, 1000)], { bankReference })
    await expect(record(world, 1000, [], { bankReference })).rejects.toEqual(
      code('transfer.reference-used'),
    )
    const withdrawn = await world
      .get(TransferDesk)
      .withdraw(officers.first, wrong.transfer.id, '金额登错')
    expect(withdrawn.transfer).toMatchObject({
      state: 'withdrawn',
      assignedFen: 0,
      remainderFen: 0,
    })
    expect((await groupOf(placed)).payment.transfer).toMatchObject({ seenFen: 0 })
    await record(world, 2000, [], { bankReference })
    await expect(confirm(world, wrong)).rejects.toEqual(code('transfer.nothing-to-confirm'))
  })

  it('leaves the books only by a reversing entry of two persons, and only what pays nothing', async () => {
    const placed = await place()
    const bank = await balanceOf('bank')
    const { transfer } = await confirm(world, await record(world, 1000, [part(placed, 1000)]))
    const desk = world.get(TransferDesk)
    await expect(desk.withdraw(officers.first, transfer.id, '没到账')).rejects.toEqual(
      code('lifecycle.move-not-allowed'),
    )
    await expect(desk.proposeReversal(officers.first, transfer.id, '没到账')).rejects.toEqual(
      code('transfer.money-used'),
    )
    const [assignment] = (await world.get(TransferReads).get(transfer.id)).assignments
    await desk.unassign(officers.first, transfer.id, assignment!.id, '没到账')
    await desk.proposeReversal(officers.first, transfer.id, '没到账')
    const second = world.get(TransferConfirmation)
    await expect(second.decideReversal(officers.first, transfer.id, true)).rejects.toEqual(
      code('transfer.same-person'),
    )
    await second.decideReversal(officers.second, transfer.id, true)
    expect(await balanceOf('bank')).toBe(bank)
  })
})

describe('at the same moment', () => {
  it('two transfers never cover one payment twice', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    const both = await Promise.all([record(world, amountFen), record(beside, amountFen)])
    const outcomes = await Promise.allSettled(
      both.map(({ transfer }, n) =>
        market.processes[n]!.get(TransferDesk).assign(officers.first, transfer.id, whole(placed)),
      ),
    )
    expect(fulfilled(outcomes)).toBe(1)
  })

  it('two halves confirmed together capture the payment once', async () => {
    const placed = await place()
    const { amountFen } = placed.payment
    const both = [
      await record(world, 1000, [part(placed, 1000)]),
      await record(world, amountFen - 1000, [part(placed, amountFen - 1000)]),
    ]
    await Promise.all(both.map((each, n) => confirm(market.processes[n]!, each)))
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
  })

  it('two confirmations of one transfer book it once', async () => {
    const placed = await place()
    const recorded = await record(world, placed.payment.amountFen, [whole(placed)])
    const outcomes = await Promise.allSettled(
      market.processes.map((each) => confirm(each, recorded)),
    )
    expect(fulfilled(outcomes)).toBe(1)
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
  })

  it('two orders never take the same rest of a transfer', async () => {
    const [one, other] = [await place(), await place()]
    const { transfer } = await confirm(world, await record(world, one.payment.amountFen))
    const outcomes = await Promise.allSettled(
      [one, other].map((placed, n) =>
        market.processes[n]!.get(TransferDesk).assign(officers.first, transfer.id, whole(placed)),
      ),
    )
    expect(fulfilled(outcomes)).toBe(1)
  })
})

describe('late money', () => {
  const lateAfter = async (placed: Placed, days: number) => {
    waitDays(market, days)
    expect(await stateOf(placed)).toEqual(['expired', 'cancelled'])
    await confirm(world, await record(world, placed.payment.amountFen, [whole(placed)]))
  }

  it('that was recorded in time is waited for, and sells what was held', async () => {
    const placed = await place()
    const recorded = await record(world, placed.payment.amountFen, [whole(placed)])
    waitDays(market, 11)
    expect(await stateOf(placed)).toEqual(['created', 'placed'])
    await expect(world.get(GroupPayments).giveUp(placed.shopper, placed.groupId)).rejects.toEqual(
      code('payment.transfer-seen'),
    )
    await confirm(world, recorded)
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
  })

  it('takes the goods anew where they are still there', async () => {
    const placed = await place()
    await lateAfter(placed, 14)
    expect(await stateOf(placed)).toEqual(['captured', 'confirmed'])
  })

  it('goes back to its payer where the goods are gone', async () => {
    const placed = await place(4)
    waitDays(market, 14)
    expect(await stateOf(placed)).toEqual(['expired', 'cancelled'])
    await takeAll(placed.goods[0]!.skuId)
    await confirm(world, await record(world, placed.payment.amountFen, [whole(placed)]))
    expect(await stateOf(placed)).toEqual(['captured', 'cancelled'])
    const { items } = await world.get(TransferReads).listReturns({ limit: 20, state: 'waiting' })
    expect(items[0]).toMatchObject({ amountFen: placed.payment.amountFen, reason: 'late-money' })
    await sendBack(items[0]!.id)
    expect(await stateOf(placed)).toEqual(['refunded', 'cancelled'])
  })

  /** The cooperative no longer has the only lot. */
  async function takeAll(skuId: Id): Promise<void> {
    await world.sql(`update lots set state = 'withdrawn' where sku_id = '${skuId}'`)
  }
})

async function sendBack(id: Id): Promise<void> {
  const returns = world.get(TransferReturns)
  const file = await returns.makeFile(officers.first, [id])
  expect(file.csv).toContain('6200000000001234')
  await expect(returns.confirm(officers.first, id, `S${newId()}`)).rejects.toEqual(
    code('transfer.same-person'),
  )
  await returns.confirm(officers.second, id, `S${newId()}`)
}

describe('the refund of an order paid by transfer', () => {
  const paid = async (halves: boolean) => {
    const placed = await place(2)
    const { amountFen } = placed.payment
    const firstFen = halves ? 2000 : amountFen
    await confirm(world, await record(world, firstFen, [part(placed, firstFen)]))
    if (halves)
      await confirm(world, await record(world, amountFen, [part(placed, amountFen - firstFen)]))
    const group = await groupOf(placed)
    const { shopper } = placed
    const wish = { reason: 'not-wanted', text: '不要了' } as const
    const by = { shopper, actor: shopper.actor }
    await world.get(OrderCancelling).cancel(by, group.orders[0]!.id, wish)
    const { items } = await world.get(TransferReads).listReturns({ limit: 20, state: 'waiting' })
    return { placed, items: items.filter(({ reason }) => reason === 'cancelled-by-buyer') }
  }

  it('is sent by bank file and a second person, and succeeds when the bank has sent it', async () => {
    const { placed, items } = await paid(false)
    expect(items.map(({ amountFen }) => amountFen)).toEqual([placed.payment.amountFen])
    expect((await stateOf(placed))[0]).toBe('captured')
    const returns = world.get(TransferReturns)
    await expect(returns.cancel(officers.first, items[0]!.id, '不退了')).rejects.toEqual(
      code('transfer.refund-stands'),
    )
    await returns.makeFile(officers.first, [items[0]!.id])
    await returns.bounce(officers.second, items[0]!.id, '户名不符')
    const bank = await balanceOf('bank')
    await sendBack(items[0]!.id)
    expect(await balanceOf('bank')).toBe(bank - placed.payment.amountFen)
    expect((await stateOf(placed))[0]).toBe('refunded')
  })

  it('goes back to each who paid, never more than came from them', async () => {
    const { placed, items } = await paid(true)
    expect(items.map(({ amountFen }) => amountFen).sort((a, b) => a - b)).toEqual(
      [2000, placed.payment.amountFen - 2000].sort((a, b) => a - b),
    )
    await sendBack(items[0]!.id)
    expect((await stateOf(placed))[0]).toBe('captured')
    await sendBack(items[1]!.id)
    expect((await stateOf(placed))[0]).toBe('refunded')
  })

  it('of what paid nothing is asked for by one person, and is within what is left', async () => {
    const { transfer } = await confirm(world, await record(world, 5000))
    const returns = world.get(TransferReturns)
    await expect(
      returns.request(officers.first, transfer.id, { amountFen: 5001, reason: '多转了' }),
    ).rejects.toEqual(code('transfer.over-amount'))
    const asked = await returns.request(officers.third, transfer.id, {
      amountFen: 3000,
      reason: '多转了',
    })
    expect(asked.transfer.remainderFen).toBe(2000)
    const credit = await balanceOf('transfer-credit')
    await sendBack(asked.returns[0]!.id)
    expect(await balanceOf('transfer-credit')).toBe(credit + 3000)
    expect(await market.violations()).toEqual([])
  })
})
