import { Module } from '@nestjs/common'
import { Budgets, DeliveryPoints, DemandModule, Demands } from '@weibao/demand'
import { Organisations } from '@weibao/identity'
import { addDays, localDay, newId, type Id } from '@weibao/kernel'
import {
  Allocations,
  BuyersDemand,
  DemandSource,
  MatchingModule,
  RoundRunner,
  Rounds,
} from '@weibao/matching'
import type { PaymentWay } from '@weibao/contracts/payment'
import { PaymentService } from '@weibao/payments'
import type { Actor } from '@weibao/platform'
import { makeActor, withContext, type World } from '@weibao/platform/testing'
import { makeProduct } from '@weibao/catalog/testing'
import { openLot } from '@weibao/supply/testing'
import { ProcurementModule } from '../procurement/procurement.module.js'
import { Procurement } from '../procurement/procurement.service.js'
import { openOrderWorld, type OrderWorld } from './order-world.js'

/** An order world with a buyer organisation that demands honey at two places, and rounds that match it. */
export interface ProcurementWorld extends OrderWorld {
  readonly buyerId: Id
  readonly approver: Actor
  /** Confirmed allocations of a round: one for each of so many new lots and demands, all of one delivery point. */
  confirm(count?: number): Promise<Id[]>
  /** Orders allocations on one of the processes. */
  order(
    allocationIds: readonly Id[],
    given?: { actor?: Actor; way?: PaymentWay; key?: Id; process?: 0 | 1 },
  ): ReturnType<Procurement['place']>
  /** Pays a group online. */
  pay(groupId: Id): Promise<void>
}

@Module({
  imports: [MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule])],
})
class Matching {}
const modules = [DemandModule, Matching, ProcurementModule]

export async function openProcurementWorld(): Promise<ProcurementWorld> {
  const market = await openOrderWorld(modules)
  const [world] = market.processes
  const buyerId = await world.get(Organisations).create({
    kind: 'buyer',
    nameZh: '演示小学食堂',
    nameEn: 'Demonstration school canteen',
    shortNameZh: '演示小学',
    shortNameEn: 'School',
    region: 'baoshan',
    placeCode: '310113003',
    isDemonstration: true,
  })
  const approver = makeActor({ role: 'approver', organisationId: buyerId })
  const setup = await world.unitOfWork.run(async (tx) => ({
    budgetLineId: await world.get(Budgets).make(tx, buyerId, {
      year: Number(localDay(world.clock.now()).slice(0, 4)),
      kind: 'canteen',
      name: '食堂食材',
      ceilingFen: null,
    }),
    deliveryPointId: await world.get(DeliveryPoints).make(tx, buyerId, {
      name: '第一食堂',
      subdistrictCode: '310113003',
      street: '友谊路 1 号',
      contact: '食堂仓管',
      phone: '021-56780000',
    }),
  }))
  return {
    ...market,
    buyerId,
    approver,
    confirm: (count = 1) => confirm(world, market.shop.tongle, { buyerId, ...setup }, count),
    order: (allocationIds, { actor = approver, way = 'online', key = newId(), process = 0 } = {}) =>
      withContext(
        {
          requestId: newId(),
          locale: 'zh-CN',
          address: '127.0.0.1',
          actor,
          idempotencyKey: key,
        },
        () =>
          market.processes[process].get(Procurement).place(actor, buyerId, {
            allocationIds: [...allocationIds],
            way,
            acceptsReturnException: true,
          }),
      ),
    pay: async (groupId) => {
      const payments = world.get(PaymentService)
      const payment = await payments.findOf(world.unitOfWork.reader, groupId)
      await payments.openPage(payment!)
      await payments.converge(payment!.id)
    },
  }
}

async function confirm(
  world: World,
  cooperativeId: Id,
  { buyerId, ...setup }: { buyerId: Id; budgetLineId: Id; deliveryPointId: Id },
  count: number,
): Promise<Id[]> {
  const today = localDay(world.clock.now())
  const wanted: Id[] = []
  for (let i = 0; i < count; i++) {
    const { skuId, productId } = await makeProduct(world, cooperativeId)
    await openLot(world, skuId, { quantity: 40 })
    wanted.push(productId)
  }
  await world.unitOfWork.run((tx) =>
    world.get(Demands).make(
      tx,
      buyerId,
      {
        title: '食堂蜂蜜',
        ...setup,
        isNamed: false,
        cutOffOn: addDays(today, 2),
        lines: wanted.map((productId) => ({
          productId,
          categoryCode: 'honey',
          wantedGrams: 5000,
          minimumGrams: 0,
          worstGrade: 'ungraded' as const,
          maxLandedFenPerKg: 100_000,
          deliverFrom: addDays(today, 1),
          deliverTo: addDays(today, 30),
          minShelfDays: 0,
          recognisedOnly: false,
        })),
      },
      null,
    ),
  )
  const { id: roundId } = await world.get(Rounds).start(makeActor({ role: 'officer' }))
  await world.get(RoundRunner).runNext()
  const found = await world.sql<{ id: Id }>(
    // A round also matches anew what earlier orders did not deliver.
    `select id from allocations where round_id = $1 and product_id = any($2) and state = 'proposed' order by id`,
    [roundId, wanted],
  )
  const by = { personId: newId() }
  for (const { id } of found)
    await world.unitOfWork.run(async (tx) => {
      await world.get(Allocations).accept(tx, id, by)
      await world.get(Allocations).confirm(tx, id, by)
    })
  return found.map(({ id }) => id)
}
