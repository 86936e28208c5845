import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AllocationView, TicketView } from '@weibao/contracts/allocation'
import type { LedgerEntryView } from '@weibao/contracts/ledger'
import type { Order } from '@weibao/contracts/order'
import type { CockpitRow, QuotaCockpit } from '@weibao/contracts/quota-cockpit'
import type { VolumeRow } from '@weibao/contracts/report'
import type { RoundResult, RoundView } from '@weibao/contracts/round'
import type { TransferView } from '@weibao/contracts/transfer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../tools/market/open-market.js'
import { Client } from '../support/client.js'
import { startTestMarket, type TestMarket } from '../support/market.js'

interface List<T> {
  readonly items: T[]
}

/** Down from a figure of the first round, by nothing but what each answer names. */
describe('the market of the first day', () => {
  let market: TestMarket
  let officer: Client
  let buyer: Client
  let buyerId: string

  beforeAll(async () => {
    market = await startTestMarket({
      suite: 'procurement-tour',
      only: ['payment-sandbox', 'api-1', 'worker'],
    })
    const file = readFileSync(join(market.folder, 'accounts.json'), 'utf8')
    const accounts = JSON.parse(file) as Account[]
    const as = async (mailbox: string) => {
      const client = new Client(market.apis[0])
      await client.signIn(accounts.find(({ email }) => email === `${mailbox}@weibao.example`)!)
      return client
    }
    officer = await as('officer')
    buyer = await as('approver')
    const session = await buyer.get<{ memberships: { organisationId: string }[] }>('/session')
    buyerId = session.body.memberships[0]!.organisationId
  })
  afterAll(() => market.stop())

  const read = async <T>(client: Client, path: string): Promise<T> => {
    const { status, body } = await client.get<T>(path)
    expect(status, `${path}: ${JSON.stringify(body)}`).toBe(200)
    return body
  }
  const ordered = async () => {
    const [round] = (await read<List<RoundView>>(officer, '/administration/rounds')).items
    const { items } = await read<List<AllocationView>>(
      officer,
      `/administration/rounds/${round!.id}/allocations?state=ordered&limit=50`,
    )
    const orders: Order[] = []
    for (const { orderId } of items) orders.push(await read<Order>(officer, `/orders/${orderId!}`))
    return { round: round!, allocations: items, orders }
  }

  it('opens a figure of the round to order, payment, parcel, receipt and volume', async () => {
    const { round, allocations, orders } = await ordered()
    const result = await read<RoundResult>(officer, `/administration/rounds/${round.id}/result`)
    expect(result.states.find(({ state }) => state === 'ordered')).toMatchObject({ count: 4 })
    const whole = orders.find(({ receipt }) => receipt?.creditFen === 0)!
    const allocation = allocations.find(({ orderId }) => orderId === whole.id)!

    const ofLine = (what: string) =>
      `/administration/rounds/${round.id}/${what}?lineId=${allocation.lineId}`
    const tickets = await read<List<TicketView>>(officer, ofLine('tickets'))
    expect(tickets.items.map(({ lineId }) => lineId)).toEqual([allocation.lineId])
    const matched = await read<List<AllocationView>>(officer, ofLine('allocations'))
    expect(matched.items.map(({ id }) => id)).toContain(allocation.id)

    expect(whole.totalFen).toBe(allocation.goodsFen + allocation.freightFen)
    const { items: booked } = await read<List<LedgerEntryView>>(
      officer,
      `/ledger/entries?paymentId=${whole.paymentId!}`,
    )
    expect(booked.find(({ account }) => account === 'transfer-credit')).toMatchObject({
      amountFen: whole.totalFen,
    })
    const [transfer] = (
      await read<List<TransferView>>(
        officer,
        `/administration/transfers?paymentId=${whole.paymentId!}`,
      )
    ).items
    expect(transfer).toMatchObject({ state: 'confirmed', amountFen: whole.totalFen })
    expect(transfer!.recordedBy).not.toBe(transfer!.decidedBy)
    expect(whole.shipments).toMatchObject([{ state: 'accepted', courier: '顺丰速运' }])
    const volume = await read<List<VolumeRow>>(officer, `/reports/volume/rows?orderId=${whole.id}`)
    expect(volume.items).toMatchObject([{ stage: 'confirmed', goodsFen: allocation.goodsFen }])
  })

  it('has one order that lacks a package, one on its way, and one that waits for its transfer', async () => {
    const { orders } = await ordered()
    const states = orders.map(({ state }) => state).sort()
    expect(states).toEqual(['accepted', 'accepted', 'placed', 'shipped'])
    const short = orders.find(({ receipt }) => (receipt?.creditFen ?? 0) > 0)!
    expect(short.receipt!.lines).toMatchObject([{ short: 1 }])
    const volume = await read<List<VolumeRow>>(officer, `/reports/volume/rows?orderId=${short.id}`)
    const creditedGoods = short.lines[0]!.unitPriceFen
    expect(volume.items.reduce((sum, { goodsFen }) => sum + goodsFen, 0)).toBe(
      short.goodsFen - creditedGoods,
    )
    const waiting = orders.find(({ state }) => state === 'placed')!
    const { items } = await read<List<{ id: string }>>(officer, '/administration/awaiting-payments')
    expect(items.map(({ id }) => id)).toContain(waiting.paymentId)
  })

  it('leaves a match with the cooperative, one with the second approver, and what is needed every week', async () => {
    const { items } = await read<List<AllocationView>>(
      buyer,
      `/buyers/${buyerId}/allocations?limit=50`,
    )
    const waiting = items.filter(({ state }) => state !== 'ordered')
    expect(waiting.filter(({ state }) => state === 'accepted')).toHaveLength(1)
    const approvedOnce = waiting.filter(
      ({ state, firstApproval }) => state === 'proposed' && firstApproval !== null,
    )
    expect(approvedOnce).toHaveLength(1)
    const weekly = await read<List<unknown>>(buyer, `/buyers/${buyerId}/standing-demands`)
    expect(weekly.items).toHaveLength(2)
  })

  it('lets the buyer open what is matched and ordered in its cockpit to its orders', async () => {
    const { orders } = await ordered()
    const { year } = await read<QuotaCockpit>(buyer, `/buyers/${buyerId}/quota-cockpit`)
    const lines = await read<QuotaCockpit>(buyer, `/buyers/${buyerId}/quota-cockpit?year=${year}`)
    const budgetLineId = lines.lines.find(({ stages }) => stages.ordered.rows > 0)!.budgetLine!.id
    for (const [stage, count] of [
      ['matched', 4],
      ['confirmed', 2],
    ] as const) {
      const { items } = await read<List<CockpitRow>>(
        buyer,
        `/buyers/${buyerId}/quota-cockpit/rows?year=${year}&stage=${stage}&budgetLineId=${budgetLineId}&limit=100`,
      )
      const opened = new Set(items.flatMap(({ orderId }) => orderId ?? []))
      expect(opened.size).toBe(count)
      for (const id of opened) {
        expect(orders.map((order) => order.id)).toContain(id)
        await read<Order>(buyer, `/orders/${id}`)
      }
    }
  })
})
