import { Injectable } from '@nestjs/common'
import { newId, type Id } from '@weibao/kernel'
import {
  entities,
  entity,
  execute,
  notFound,
  row,
  rows,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { ShipmentRepository, type ShipmentParts } from './shipments/shipment.repository.js'
import { GoodsReceiptEntity, GoodsReceiptLineEntity } from './receipts/receipt.entity.js'
import {
  OrderBundleEntity,
  OrderEntity,
  OrderEventEntity,
  OrderGroupEntity,
  OrderLineEntity,
} from './order.entity.js'
import { entitiesOf, type Stored } from './stored-entities.js'

/** What hangs on orders, for building their views. */
export interface OrderParts extends ShipmentParts {
  readonly lines: readonly OrderLineEntity[]
  readonly bundles: readonly OrderBundleEntity[]
  readonly events: readonly OrderEventEntity[]
  readonly receipts: readonly GoodsReceiptEntity[]
  readonly receiptLines: readonly GoodsReceiptLineEntity[]
  /** Packages by line that were cancelled after another part had shipped. */
  readonly cancelled: ReadonlyMap<Id, number>
}

/** Tables whose rows hang on an order by `order_id`. */
const HANGING = [
  'order_lines',
  'order_bundles',
  'order_events',
  'goods_receipts',
  'goods_receipt_lines',
]

const HAS_OPEN_CASE = `exists (select from after_sale_cases c where c.order_id = o.id
  and c.state not in ('settled', 'replaced', 'closed', 'withdrawn'))`

/** A parcel did not arrive and nobody has settled it: silence accepts nothing. */
const MISSES_PARCEL = `(exists (select from shipments s where s.order_id = o.id and s.state in ('lost', 'returned'))
  and not exists (select from after_sale_cases c where c.order_id = o.id
    and c.state in ('settled', 'replaced') and c.kind <> 'not-shipped'))`

/** All SQL about order groups, orders and what hangs on them. */
@Injectable()
export class OrderRepository {
  constructor(private readonly shipments: ShipmentRepository) {}

  async nextNumber(tx: Tx): Promise<number> {
    const found = await row<{ n: number }>(tx, `select nextval('order_numbers') as n`)
    return found!.n
  }

  async insertGroup(tx: Tx, group: OrderGroupEntity): Promise<void> {
    await tx.getRepository(OrderGroupEntity).insert(group)
  }

  async insertOrders(
    tx: Tx,
    {
      orders,
      bundles,
      lines,
    }: {
      readonly orders: readonly Partial<OrderEntity>[]
      readonly bundles: readonly OrderBundleEntity[]
      readonly lines: readonly OrderLineEntity[]
    },
  ): Promise<void> {
    await tx.getRepository(OrderEntity).insert([...orders])
    if (bundles.length > 0) await tx.getRepository(OrderBundleEntity).insert([...bundles])
    await tx.getRepository(OrderLineEntity).insert([...lines])
  }

  async findGroupByKey(
    reader: Reader,
    owner: string,
    idempotencyKey: string,
  ): Promise<OrderGroupEntity | null> {
    const found = await row<{ id: Id }>(
      reader,
      `select id from order_groups where coalesce(person_id::text, guest_key) = $1 and idempotency_key = $2`,
      [owner, idempotencyKey],
    )
    return found ? this.getGroup(reader, found.id) : null
  }

  /** The groups that a person has placed for an organisation under one key, one a delivery point. */
  async procuredUnder(
    reader: Reader,
    by: { personId: Id; buyerId: Id; idempotencyKey: string },
  ): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from order_groups where person_id = $1 and buyer_id = $2
         and starts_with(idempotency_key, $3 || ':') order by number`,
      [by.personId, by.buyerId, by.idempotencyKey],
    )
    return found.map(({ id }) => id)
  }

  async getGroup(reader: Reader, id: Id): Promise<OrderGroupEntity> {
    const found = await entity(reader, OrderGroupEntity, 'where id = $1', [id])
    if (!found) throw notFound()
    return found
  }

  async groupsOf(reader: Reader, ids: readonly Id[]): Promise<OrderGroupEntity[]> {
    return rows<OrderGroupEntity>(
      reader,
      'select id, address from order_groups where id = any($1)',
      [ids],
    )
  }

  async ordersOfGroup(reader: Reader, groupId: Id): Promise<OrderEntity[]> {
    return entities(reader, OrderEntity, 'where group_id = $1 order by number', [groupId])
  }

  /** The orders of a group, locked in id order. */
  async lockOrdersOfGroup(tx: Tx, groupId: Id): Promise<OrderEntity[]> {
    return entities(tx, OrderEntity, 'where group_id = $1 order by id for update', [groupId])
  }

  async get(reader: Reader, id: Id): Promise<OrderEntity> {
    const found = await entity(reader, OrderEntity, 'where id = $1', [id])
    if (!found) throw notFound()
    return found
  }

  async getForUpdate(tx: Tx, id: Id): Promise<OrderEntity> {
    const found = await entity(tx, OrderEntity, 'where id = $1 for update', [id])
    if (!found) throw notFound()
    return found
  }

  /** Writes all of an order that is locked. */
  async save(tx: Tx, order: OrderEntity): Promise<void> {
    order.updatedAt = new Date()
    const { id, ...columns } = order
    await tx.getRepository(OrderEntity).update(id, columns)
  }

  async linesOf(reader: Reader, orderIds: readonly Id[]): Promise<OrderLineEntity[]> {
    return reader
      .getRepository(OrderLineEntity)
      .createQueryBuilder('line')
      .where('line.order_id = any(:ids)', { ids: orderIds })
      .orderBy('line.id')
      .getMany()
  }

  /** Writes on each line of a group from which lots its packages come. */
  async setLotCodes(
    tx: Tx,
    groupId: Id,
    codesBySku: ReadonlyMap<Id, readonly string[]>,
  ): Promise<void> {
    const codes = [...codesBySku].map(([skuId, lotCodes]) => ({ sku_id: skuId, codes: lotCodes }))
    await execute(
      tx,
      `update order_lines l set lot_codes = c.codes
       from jsonb_to_recordset($2) as c(sku_id uuid, codes text[]), orders o
       where o.id = l.order_id and o.group_id = $1 and l.sku_id = c.sku_id`,
      [groupId, JSON.stringify(codes)],
    )
  }

  /** What hangs on orders, for any number of them: their parcels by one statement, all else by another. */
  async partsOf(reader: Reader, orderIds: readonly Id[]): Promise<OrderParts> {
    const all = (table: string) =>
      `(select jsonb_agg(to_jsonb(x) order by x.id) from ${table} x where x.order_id = any($1)) as ${table}`
    const found = await row<Record<string, Stored[] | null>>(
      reader,
      `select ${HANGING.map(all).join(', ')}`,
      [orderIds],
    )
    return {
      lines: entitiesOf(reader, OrderLineEntity, found!['order_lines']),
      bundles: entitiesOf(reader, OrderBundleEntity, found!['order_bundles']),
      ...(await this.shipments.partsOf(reader, orderIds)),
      events: entitiesOf(reader, OrderEventEntity, found!['order_events']),
      receipts: entitiesOf(reader, GoodsReceiptEntity, found!['goods_receipts']),
      receiptLines: entitiesOf(reader, GoodsReceiptLineEntity, found!['goods_receipt_lines']),
      cancelled: await this.cancelledOf(reader, orderIds),
    }
  }

  /** Packages by line that were cancelled after another part of their order had shipped. */
  async cancelledOf(reader: Reader, orderIds: readonly Id[]): Promise<Map<Id, number>> {
    const found = await rows<{ id: Id; n: number }>(
      reader,
      `select s.order_line_id as id, sum(s.quantity) as n
         from after_sale_cases c join after_sale_lines s on s.case_id = c.id
        where c.order_id = any($1) and c.kind = 'not-shipped' group by 1`,
      [orderIds],
    )
    return new Map(found.map(({ id, n }) => [id, Number(n)]))
  }

  /** Those of these orders that are a cooperative's and paid, oldest first. */
  ofCooperative(reader: Reader, cooperativeId: Id, ids: readonly Id[]): Promise<OrderEntity[]> {
    return reader
      .getRepository(OrderEntity)
      .createQueryBuilder('o')
      .where('o.cooperative_id = :cooperativeId and o.id = any(:ids)', { cooperativeId, ids })
      .andWhere(`o.state not in ('placed', 'cancelled')`)
      .orderBy('o.placed_at')
      .addOrderBy('o.id')
      .getMany()
  }

  /** The same event of one or more orders, one statement. */
  async addEvent(
    tx: Tx,
    orderIds: Id | readonly Id[],
    kind: string,
    at: Date,
    actorId: Id | null,
    details: Record<string, string> = {},
  ): Promise<void> {
    const ids = [orderIds].flat()
    await execute(
      tx,
      `insert into order_events (id, order_id, kind, actor_id, details, happened_at)
       select t.id, t.order_id, $3, $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as t(id, order_id)`,
      [ids.map(() => newId()), ids, kind, actorId, JSON.stringify(details), at],
    )
  }

  /** Orders whose automatic acceptance is due, oldest first. It waits while a case is open or a parcel missing. */
  async findDueForAcceptance(reader: Reader, now: Date, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select o.id from orders o where o.state in ('shipped', 'delivered') and o.auto_accept_at <= $1
         and not ${HAS_OPEN_CASE} and not ${MISSES_PARCEL} order by o.auto_accept_at limit $2`,
      [now, limit],
    )
    return found.map(({ id }) => id)
  }

  /** Whether an after-sale case still goes on or a parcel is missing: asked again under the order's lock. */
  async hasOpenCase(tx: Tx, orderId: Id): Promise<boolean> {
    const found = await row(
      tx,
      `select 1 from orders o where o.id = $1 and (${HAS_OPEN_CASE} or ${MISSES_PARCEL})`,
      [orderId],
    )
    return found !== null
  }
}
