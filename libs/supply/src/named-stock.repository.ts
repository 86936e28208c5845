import { Injectable } from '@nestjs/common'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { rows, type Tx } from '@weibao/platform'
import { AVAILABLE, type StockMove } from './stock.repository.js'

/** SQL that holds lots by name, many references at once: what a round proposes. */
@Injectable()
export class NamedStockRepository {
  /** Locks lots in id order: what each can still give, 0 when it is not open or past its last day. */
  async lock(tx: Tx, lotIds: readonly Id[], today: LocalDay): Promise<Map<Id, number>> {
    const found = await rows<{ lotId: Id; left: number }>(
      tx,
      `select l.id as "lotId", case when l.state = 'open' and l.last_sale_day >= $2 then ${AVAILABLE} else 0 end as left
       from lots l where l.id = any($1) order by l.id for update`,
      [lotIds, today],
    )
    return new Map(found.map(({ lotId, left }) => [lotId, left]))
  }

  /**
   * Takes packages of named lots, each move under its own reference; a lot gives all that is asked of it or
   * nothing. The caller compares how many lots gave. After `lock`.
   */
  take(
    tx: Tx,
    moves: readonly (StockMove & { reference: string })[],
    { until, at }: { until: Date; at: Date },
  ) {
    return rows<{ lotId: Id; productId: Id; quantity: number; left: number }>(
      tx,
      `with wanted as (
         select * from unnest($1::text[], $2::uuid[], $3::int[], $4::uuid[], $5::uuid[])
           as w(reference, lot_id, quantity, reservation_id, movement_id)),
       sums as (select lot_id, sum(quantity)::int as quantity from wanted group by lot_id),
       taken as (
         update lots l set held = l.held + s.quantity,
           state = case when ${AVAILABLE} = s.quantity then 'exhausted' else l.state end
         from sums s where l.id = s.lot_id and l.state = 'open' and ${AVAILABLE} >= s.quantity
         returning l.id, l.sku_id, l.product_id, s.quantity, ${AVAILABLE} as left_now),
       reserved as (
         insert into reservations (id, reference, lot_id, sku_id, quantity, expires_at, created_at)
         select w.reservation_id, w.reference, t.id, t.sku_id, w.quantity, $6, $7 from wanted w join taken t on t.id = w.lot_id),
       moved as (
         insert into lot_movements (id, lot_id, kind, held_delta, reference, made_at)
         select w.movement_id, t.id, 'held', w.quantity, w.reference, $7 from wanted w join taken t on t.id = w.lot_id)
       select id as "lotId", product_id as "productId", quantity, left_now as left from taken`,
      [
        moves.map((move) => move.reference),
        moves.map((move) => move.lotId),
        moves.map((move) => move.quantity),
        moves.map(() => newId()),
        moves.map(() => newId()),
        until,
        at,
      ],
    )
  }
}
