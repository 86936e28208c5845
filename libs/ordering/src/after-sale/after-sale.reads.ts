import { Injectable } from '@nestjs/common'
import type {
  AfterSale,
  AfterSaleOptions,
  AfterSaleParty,
  AfterSaleRow,
  AfterSaleState,
  OpenAfterSale,
} from '@weibao/contracts/after-sale'
import { sumFen, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  toPage,
  UnitOfWork,
  type Actor,
  type Reader,
} from '@weibao/platform'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { actsOf, mayRead, type Viewer } from './after-sale.access.js'
import { AfterSaleClaims } from './after-sale-claims.service.js'
import { statesOfTurn, turnOf } from './after-sale.lifecycle.js'
import { AfterSaleRepository, type CaseFilter } from './after-sale.repository.js'
import { ReplacementParcelRepository } from './replacement-parcel.repository.js'
import { toCase, toCaseRow } from './after-sale.views.js'

interface ListQuery {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly state?: AfterSaleState | undefined
  readonly turn?: AfterSaleParty | undefined
}

/** What buyers, cooperatives, officers and auditors see of cases. */
@Injectable()
export class AfterSaleReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly repository: AfterSaleRepository,
    private readonly claims: AfterSaleClaims,
    private readonly parcels: ReplacementParcelRepository,
  ) {}

  async options(shopper: Shopper, orderId: Id): Promise<AfterSaleOptions> {
    return this.claims.options(this.unitOfWork.reader, await this.ownOrder(shopper, orderId))
  }

  async quote(
    shopper: Shopper,
    orderId: Id,
    wish: Pick<OpenAfterSale, 'kind' | 'reason' | 'lines'>,
  ): Promise<{ goodsFen: number; freightFen: number; totalFen: number }> {
    const order = await this.ownOrder(shopper, orderId)
    const lines = await this.claims.claimLines(this.unitOfWork.reader, order, wish)
    const goodsFen = sumFen(lines.map((line) => line.goodsFen))
    const freightFen = sumFen(lines.map((line) => line.freightFen))
    return { goodsFen, freightFen, totalFen: sumFen([goodsFen, freightFen]) }
  }

  /** A case as it stood at one moment. */
  get(viewer: Viewer, id: Id): Promise<AfterSale> {
    return this.unitOfWork.snapshot(async (reader) => {
      const kase = await this.repository.get(reader, id)
      if (!mayRead(viewer, kase)) throw notFound()
      const order = await this.orders.get(reader, kase.orderId)
      const parts = await this.repository.partsOf(reader, kase)
      const replacement = kase.resentAt && (await this.replacementOf(reader, id))
      const lines = await this.linesById(reader, [kase.orderId])
      return toCase(kase, order, { ...parts, replacement }, lines, actsOf(viewer, kase))
    })
  }

  async listMine(
    shopper: Shopper | null,
    { orderId, ...query }: ListQuery & { orderId?: Id | undefined },
  ) {
    if (!shopper) return { items: [], nextCursor: null }
    const owner = shopper.personId
      ? { personId: shopper.personId }
      : { guestKey: shopper.guestKey! }
    return this.list(query, { ...owner, orderId })
  }

  listOfCooperative(actor: Actor, cooperativeId: Id, query: ListQuery) {
    actor.mustReach('after-sale:answer', cooperativeId)
    return this.list(query, { cooperativeId })
  }

  /** For every member who may read the organisation's orders. */
  listOfBuyer(actor: Actor, buyerId: Id, query: ListQuery) {
    actor.mustReach('order:read', buyerId)
    return this.list(query, { buyerId })
  }

  listAll(query: ListQuery) {
    return this.list(query, {})
  }

  async countsOfCooperative(actor: Actor, cooperativeId: Id) {
    actor.mustReach('after-sale:answer', cooperativeId)
    const counts = { cooperative: 0, buyer: 0, referee: 0 }
    let next: Date | null = null
    for (const each of await this.repository.countsOf(this.unitOfWork.reader, cooperativeId)) {
      const turn = turnOf[each.state]!
      counts[turn] += each.n
      if (turn === 'cooperative' && each.next && (!next || each.next < next)) next = each.next
    }
    return { ...counts, nextDeadline: next?.toISOString() ?? null }
  }

  private async replacementOf(reader: Reader, id: Id) {
    const parcel = await this.parcels.find(reader, id)
    return parcel && { parcel, events: await this.parcels.eventsOf(reader, id) }
  }

  private async ownOrder(shopper: Shopper, orderId: Id): Promise<OrderEntity> {
    const order = await this.orders.get(this.unitOfWork.reader, orderId)
    mustBeBuyer(shopper, order)
    return order
  }

  private async list(
    { cursor, limit, state, turn }: ListQuery,
    filter: Partial<CaseFilter>,
  ): Promise<{ items: AfterSaleRow[]; nextCursor: string | null }> {
    const { reader } = this.unitOfWork
    const states = turn ? statesOfTurn(turn).filter((each) => !state || each === state) : undefined
    const found = await this.repository.list(reader, {
      ...filter,
      states: states ?? (state ? [state] : undefined),
      isOldestFirst: turn !== undefined,
      after: (decodeCursor(cursor, 1)?.[0] as Id | undefined) ?? null,
      limit: limit + 1,
    })
    const lines = await this.repository.linesOf(
      reader,
      found.map(({ id }) => id),
    )
    const orderLines = await this.linesById(
      reader,
      found.map(({ orderId }) => orderId),
    )
    return toPage(
      found,
      limit,
      (last) => [last.id],
      (kase) => toCaseRow(kase, lines, orderLines),
    )
  }

  private async linesById(
    reader: Reader,
    orderIds: readonly Id[],
  ): Promise<Map<string, OrderLineEntity>> {
    const lines = await this.orders.linesOf(reader, [...new Set(orderIds)])
    return new Map(lines.map((line) => [line.id, line]))
  }
}
