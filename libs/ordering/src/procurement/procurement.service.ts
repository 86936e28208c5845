import { Injectable } from '@nestjs/common'
import { Skus } from '@weibao/catalog'
import type { PlaceProcurement } from '@weibao/contracts/procurement'
import { DeliveryPlaces } from '@weibao/demand'
import { Audit, Organisations } from '@weibao/identity'
import { Clock, invariant, localDay, newId, type Id } from '@weibao/kernel'
import { Allocations, type OrderableAllocation } from '@weibao/matching'
import { PaymentService } from '@weibao/payments'
import {
  currentContext,
  notFound,
  refusal,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { numberOf, TERMS_VERSION } from '../checkout.service.js'
import type { OrderGroupEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { OrderStock } from '../order-stock.js'
import { paymentDescription } from '../payment-description.js'
import {
  addressOf,
  groupAllocations,
  totalsOf,
  toProcuredLine,
  toProcuredOrder,
  type Frozen,
  type ProcuredGroup,
} from './procured-rows.js'

interface Placing {
  readonly actor: Actor
  readonly idempotencyKey: string
  readonly way: PlaceProcurement['way']
  readonly frozen: Frozen
  readonly acceptsReturnException: boolean
}

/** From confirmed allocations to order groups of an organisation that wait for their money. */
@Injectable()
export class Procurement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly allocations: Allocations,
    private readonly places: DeliveryPlaces,
    private readonly organisations: Organisations,
    private readonly skus: Skus,
    private readonly settings: Settings,
    private readonly stock: OrderStock,
    private readonly payments: PaymentService,
    private readonly orders: OrderRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Orders allocations at what they were confirmed at, all or nothing: one group for each delivery point, with a
   * payment of its own. Their packages stay held under their ids, now for as long as the money may come. The
   * same idempotency key gives the same groups, also after a crash in between.
   */
  async place(actor: Actor, buyerId: Id, wish: PlaceProcurement) {
    const { allocationIds, way, acceptsReturnException } = wish
    actor.mustReach('order:procure', buyerId)
    const idempotencyKey = currentContext()?.idempotencyKey
    invariant(idempotencyKey, 'an order is placed under an idempotency key')
    const by = { personId: actor.personId, buyerId, idempotencyKey }
    const known = await this.orders.procuredUnder(this.unitOfWork.reader, by)
    if (known.length > 0) return this.placed(known)
    const groups = await this.unitOfWork.run(async (tx) => {
      const found = await this.allocations.lockToOrder(tx, buyerId, allocationIds)
      const points = await this.places.of(
        tx,
        found.map(({ demandId }) => demandId),
      )
      const frozen = await this.freeze(tx, buyerId, found)
      const isNeeded = [...frozen.skus.values()].some((sku) => sku.isReturnException)
      if (isNeeded && !acceptsReturnException) throw refusal('order.return-consent-needed')
      const made: Id[] = []
      for (const group of groupAllocations(found, points))
        made.push(
          await this.placeGroup(tx, group, {
            actor,
            idempotencyKey,
            way,
            frozen,
            acceptsReturnException,
          }),
        )
      return made
    })
    return this.placed(groups)
  }

  private async placed(groupIds: readonly Id[]) {
    const { reader } = this.unitOfWork
    const items = []
    for (const id of groupIds) {
      const { number, totalFen } = await this.orders.getGroup(reader, id)
      const orders = await this.orders.ordersOfGroup(reader, id)
      items.push({ id, number, totalFen, orderIds: orders.map((order) => order.id) })
    }
    return { items }
  }

  private async placeGroup(tx: Tx, procured: ProcuredGroup, placing: Placing): Promise<Id> {
    const { frozen, actor } = placing
    const all = procured.orders.flat()
    const group = await this.makeGroup(tx, procured, placing)
    await this.orders.insertGroup(tx, group)
    const made = procured.orders.map((own, index) => {
      const order = toProcuredOrder(group, index, { point: procured.point, own, frozen })
      return { own, order, lines: own.map((each) => toProcuredLine(order.id, each, frozen, group)) }
    })
    await this.orders.insertOrders(tx, {
      orders: made.map(({ order }) => order),
      bundles: [],
      lines: made.flatMap(({ lines }) => lines),
    })
    const ids = made.map(({ order }) => order.id)
    await this.orders.addEvent(tx, ids, 'placed', group.placedAt, actor.personId)
    for (const { order, own } of made)
      for (const { id } of own)
        await this.allocations.markOrdered(tx, id, order.id, { personId: actor.personId })
    const { holdUntil } = await this.payments.begin(tx, {
      subjectId: group.id,
      amountFen: totalsOf(all).totalFen,
      description: paymentDescription(
        group.number,
        made.flatMap(({ lines }) => lines.map(({ nameZh: zh, nameEn: en }) => ({ zh, en }))),
      ),
      locale: group.locale,
      returnPath: `/console/b/${frozen.buyer.id}/orders/paid/${group.id}`,
      way: placing.way,
    })
    await this.keepHeld(tx, all, holdUntil)
    await this.audit.record(tx, {
      act: 'order.procured',
      actor,
      organisationId: frozen.buyer.id,
      object: { kind: 'order-group', id: group.id },
      after: { number: group.number, totalFen: group.totalFen, allocations: all.length },
    })
    return group.id
  }

  /** As long as the payment may come. What is not held any more has lapsed. */
  private async keepHeld(tx: Tx, all: readonly OrderableAllocation[], until: Date): Promise<void> {
    const ids = all.map(({ id }) => id)
    if (!(await this.stock.takeOver(tx, ids, until)))
      throw refusal('allocation.too-late', { deadline: localDay(this.clock.now()) })
  }

  private async freeze(
    tx: Tx,
    buyerId: Id,
    found: readonly OrderableAllocation[],
  ): Promise<Frozen> {
    const today = localDay(this.clock.now())
    const skus = await this.skus.getForSale(
      tx,
      found.map(({ skuId }) => skuId),
      today,
    )
    const channels = await this.settings.get(tx, 'programme.channels', today)
    const [buyer] = await this.organisations.findMany(tx, [buyerId])
    if (!buyer) throw notFound()
    return {
      buyer: { id: buyerId, zh: buyer.nameZh, en: buyer.nameEn },
      isInBaoshan: buyer.region === 'baoshan',
      skus: new Map(skus.map((sku) => [sku.skuId, sku])),
      purchaseKinds: new Map(channels.map(({ code, purchaseKind }) => [code, purchaseKind])),
      commissionBasisPoints: await this.settings.get(tx, 'commission.basis-points', today),
    }
  }

  private async makeGroup(
    tx: Tx,
    { point, orders }: ProcuredGroup,
    { actor, idempotencyKey, frozen, acceptsReturnException }: Placing,
  ): Promise<OrderGroupEntity> {
    const placedAt = this.clock.now()
    return {
      id: newId(),
      number: numberOf(placedAt, await this.orders.nextNumber(tx)),
      personId: actor.personId,
      guestKey: null,
      buyerId: frozen.buyer.id,
      deliveryPointId: point.id,
      idempotencyKey: `${idempotencyKey}:${point.id}`,
      locale: currentContext()?.locale ?? 'zh-CN',
      ...totalsOf(orders.flat()),
      address: addressOf(point),
      email: null,
      termsVersion: TERMS_VERSION,
      isAdult: true,
      acceptsReturnException,
      placedAt,
    }
  }
}
