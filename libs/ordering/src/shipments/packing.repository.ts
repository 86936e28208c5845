import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { PackedState } from '@weibao/contracts/packing'
import type { Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'
import { OrderEntity } from '../order.entity.js'
import type { LeftToShip, SoldToOrder } from './pick-list.js'

const TO_SHIP = `o.cooperative_id = $1 and o.state in ('confirmed', 'partly-shipped')`

export interface SoldLot extends SoldToOrder {
  readonly lotCode: string
  readonly productName: Bilingual
  readonly skuName: Bilingual
  readonly packGrams: number
  readonly bestBefore: LocalDay | null
}

/** What a cooperative packs: orders to ship, and the lots that their packages were sold from. */
@Injectable()
export class PackingRepository {
  async waiting(reader: Reader, cooperativeId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      `select count(*) as n from orders o where ${TO_SHIP}`,
      [cooperativeId],
    )
    return found!.n
  }

  /** Orders to ship, oldest first. */
  toShip(reader: Reader, cooperativeId: Id, limit: number) {
    return rows<{ id: Id; number: string; recipient: string }>(
      reader,
      `select o.id, o.number, o.recipient from orders o where ${TO_SHIP} order by o.placed_at, o.id limit $2`,
      [cooperativeId, limit],
    )
  }

  /** Orders in these states, oldest first, each with how many there are in all. */
  inStates(reader: Reader, cooperativeId: Id, states: readonly PackedState[], limit: number) {
    return rows<{ id: Id; count: number }>(
      reader,
      `select o.id, count(*) over () as count from orders o where o.cooperative_id = $1 and o.state = any($2)
       order by o.placed_at, o.id limit $3`,
      [cooperativeId, states, limit],
    )
  }

  left(reader: Reader, orderIds: readonly Id[]): Promise<LeftToShip[]> {
    return rows<LeftToShip>(
      reader,
      `select o.id as "orderId", o.number, l.sku_id as "skuId",
         sum(coalesce(s.n, 0) + coalesce(c.refunded_quantity, 0))::bigint as gone,
         sum(l.quantity - coalesce(s.n, 0) - coalesce(c.refunded_quantity, 0))::bigint as left
       from orders o join order_lines l on l.order_id = o.id
         left join order_line_claims c on c.order_line_id = l.id
         left join lateral (select sum(quantity) as n from shipment_lines where order_line_id = l.id) s on true
       where o.id = any($1) group by o.id, o.number, o.placed_at, l.sku_id order by o.placed_at, o.id, l.sku_id`,
      [orderIds],
    )
  }

  /** The lots that packages of these orders were sold from: by group, or by the allocation of a line. */
  sold(reader: Reader, orderIds: readonly Id[]): Promise<SoldLot[]> {
    return rows<SoldLot>(
      reader,
      `select t.id as "orderId", r.sku_id as "skuId", r.lot_id as "lotId", b.code as "lotCode",
         b.best_before as "bestBefore", sum(r.quantity)::bigint as quantity,
         jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as "productName",
         jsonb_build_object('zh', t.sku_name_zh, 'en', t.sku_name_en) as "skuName", t.pack_grams as "packGrams"
       from (select distinct on (o.id, l.sku_id) o.id, o.group_id, l.sku_id, l.name_zh, l.name_en, l.sku_name_zh,
               l.sku_name_en, l.pack_grams,
               (select coalesce(array_agg(x.allocation_id::text) filter (where x.allocation_id is not null), '{}')
                  from order_lines x where x.order_id = o.id and x.sku_id = l.sku_id) as allocations
             from orders o join order_lines l on l.order_id = o.id where o.id = any($1) order by o.id, l.sku_id, l.id) t
         join reservations r on r.sku_id = t.sku_id and r.state = 'sold'
           and r.reference = any(array[t.group_id::text, t.group_id || ':late'] || t.allocations)
         join lots b on b.id = r.lot_id
       group by t.id, r.sku_id, r.lot_id, b.code, b.best_before, t.name_zh, t.name_en, t.sku_name_zh, t.sku_name_en,
         t.pack_grams`,
      [orderIds],
    )
  }

  /** A cooperative's orders of these numbers, locked in id order. */
  async lockByNumbers(
    tx: Tx,
    cooperativeId: Id,
    numbers: readonly string[],
  ): Promise<OrderEntity[]> {
    return tx
      .getRepository(OrderEntity)
      .createQueryBuilder('o')
      .where('o.cooperativeId = :cooperativeId and o.number = any(:numbers)', {
        cooperativeId,
        numbers,
      })
      .orderBy('o.id')
      .setLock('pessimistic_write')
      .getMany()
  }

  /** Which orders these tracking numbers are on already. */
  tracked(reader: Reader, trackingNumbers: readonly string[]) {
    return rows<{ orderId: Id; courier: string; trackingNumber: string }>(
      reader,
      `select order_id as "orderId", courier, tracking_number as "trackingNumber" from shipments
       where tracking_number = any($1)`,
      [trackingNumbers],
    )
  }
}
