import { Injectable } from '@nestjs/common'
import {
  orderTabSchema,
  type Order,
  type OrderGroup,
  type OrderRow,
  type OrderTab,
} from '@weibao/contracts/order'
import { FIRST_TO_SHIP } from '@weibao/contracts/order-routes'
import { Clock, type Id } from '@weibao/kernel'
import { PaymentService } from '@weibao/payments'
import { decodeCursor, notFound, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import type { OrderEntity } from './order.entity.js'
import { OrderListRepository, type OrderFilter } from './order-list.repository.js'
import { OrderRepository } from './order.repository.js'
import { maskAddress, toGroup, toOrder, toRow } from './order.views.js'
import { statesOfTab } from './order-tabs.js'
import { isBuyerOf, mustBeBuyer, type Shopper } from './shopper.js'

/** How long after the last change a cooperative still sees where it sent a parcel. */
const ADDRESS_DAYS = 30

const orderTabs = orderTabSchema.options

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What buyers, cooperatives and the administration see of orders. */
@Injectable()
export class OrderReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly lists: OrderListRepository,
    private readonly payments: PaymentService,
  ) {}

  /** A group of the shopper's own, orders and payment as they stood at one moment. */
  group(shopper: Shopper, id: Id): Promise<OrderGroup> {
    return this.unitOfWork.snapshot(async (reader) => {
      const group = await this.orders.getGroup(reader, id)
      mustBeBuyer(shopper, group)
      const payment = await this.payments.findOf(reader, id)
      if (!payment) throw notFound()
      const orders = await this.orders.ordersOfGroup(reader, id)
      const parts = await this.orders.partsOf(
        reader,
        orders.map((order) => order.id),
      )
      return toGroup(group, orders, parts, payment)
    })
  }

  /** An order for whoever may see it: its buyer, its cooperative, officers and auditors. */
  async order(shopper: Shopper | null, actor: Actor | null, id: Id): Promise<Order> {
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, id)
    const isBuyer = shopper !== null && isBuyerOf(shopper, order, 'order:read')
    const isSeller = actor?.mayFor('order:read', order.cooperativeId) ?? false
    if (!isBuyer && !isSeller) throw notFound()
    const [group, parts, payment] = await Promise.all([
      this.orders.getGroup(reader, order.groupId),
      this.orders.partsOf(reader, [id]),
      this.payments.findOf(reader, order.groupId),
    ])
    const address =
      group.address && !isBuyer && isLongOver(order, this.clock.now())
        ? maskAddress(group.address)
        : group.address
    return toOrder(order, parts, address, payment?.id ?? null)
  }

  async listMine(
    shopper: Shopper | null,
    query: PageQuery & { readonly tab?: OrderTab | undefined },
  ) {
    if (!shopper) return { items: [], nextCursor: null }
    const states = query.tab && statesOfTab[query.tab]
    return this.list(query, { ...ownerOf(shopper), states })
  }

  async myCounts(shopper: Shopper | null): Promise<{ counts: Partial<Record<OrderTab, number>> }> {
    if (!shopper) return { counts: {} }
    const found = await this.lists.countsOfBuyer(this.unitOfWork.reader, ownerOf(shopper))
    const counts: Partial<Record<OrderTab, number>> = {}
    for (const { state, n } of found) {
      const tab = orderTabs.find((name) => statesOfTab[name].includes(state))
      if (tab) counts[tab] = (counts[tab] ?? 0) + n
    }
    return { counts }
  }

  async listOfBuyer(
    actor: Actor,
    buyerId: Id,
    query: PageQuery & { readonly tab?: OrderTab | undefined },
  ) {
    actor.mustReach('order:read', buyerId)
    return this.list(query, { buyerId, states: query.tab && statesOfTab[query.tab] })
  }

  async listOfCooperative(
    actor: Actor,
    cooperativeId: Id,
    query: PageQuery & Pick<OrderFilter, 'state'>,
  ) {
    actor.mustReach('order:ship', cooperativeId)
    return this.list(query, { cooperativeId, state: query.state })
  }

  async countsOfCooperative(
    actor: Actor,
    cooperativeId: Id,
  ): Promise<{ counts: Record<string, number> }> {
    actor.mustReach('order:ship', cooperativeId)
    return { counts: await this.lists.countsOf(this.unitOfWork.reader, cooperativeId) }
  }

  /** What waits for parcels, and the first of it, as it stood at one moment. */
  toShipOfCooperative(actor: Actor, cooperativeId: Id) {
    actor.mustReach('order:ship', cooperativeId)
    return this.unitOfWork.snapshot(async (reader) => {
      const { dated, undated } = await this.lists.countsToShip(reader, cooperativeId)
      const first = { cooperativeId, limit: FIRST_TO_SHIP }
      const orders = await this.lists.firstToShip(reader, { ...first, isDated: true })
      const others = await this.lists.firstToShip(reader, { ...first, isDated: false })
      const lines = await this.orders.linesOf(
        reader,
        [...orders, ...others].map(({ id }) => id),
      )
      return {
        dated: { count: dated, items: orders.map((order) => toRow(order, lines)) },
        undated: { count: undated, items: others.map((order) => toRow(order, lines)) },
      }
    })
  }

  async listAll(query: PageQuery & Pick<OrderFilter, 'state'> & { q?: string | undefined }) {
    return this.list(query, { state: query.state, text: query.q })
  }

  private async list(
    query: PageQuery,
    filter: Partial<OrderFilter>,
  ): Promise<{ items: OrderRow[]; nextCursor: string | null }> {
    const { reader } = this.unitOfWork
    const before = decodeCursor(query.cursor, 1)?.[0] ?? null
    const found = await this.lists.list(reader, {
      ...filter,
      before: before as Id | null,
      limit: query.limit + 1,
    })
    const [lines] = await Promise.all([
      this.orders.linesOf(
        reader,
        found.map((order) => order.id),
      ),
    ])
    return toPage(
      found,
      query.limit,
      (last) => [last.id],
      (order) => toRow(order, lines),
    )
  }
}

/** Whether an order has been over so long that its cooperative no longer sees where it went. */
export function isLongOver(
  { state, updatedAt }: Pick<OrderEntity, 'state' | 'updatedAt'>,
  now: Date,
): boolean {
  const isOver = ['accepted', 'closed', 'cancelled'].includes(state)
  return isOver && now.getTime() - updatedAt.getTime() > ADDRESS_DAYS * 86_400_000
}

function ownerOf(shopper: Shopper): { personId: Id } | { guestKey: string } {
  return shopper.personId ? { personId: shopper.personId } : { guestKey: shopper.guestKey! }
}
